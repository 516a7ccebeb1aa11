/// Which way round a date with slashes is written, such as 03/04/2021.
public enum TimeFormat: String, CaseIterable, Sendable {
  /// What the layout is known to use; a date with slashes that no layout explains is not guessed at.
  case auto
  /// Day, month, year.
  case dayFirst = "dmy"
  /// Month, day, year.
  case monthFirst = "mdy"
}
