/// The version of the program and library, as written into outputs.
public let wakeprintVersion = "0.1.0"
