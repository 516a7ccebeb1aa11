import CResources

/// The bytes of a file that the program carries.
func resource(_ name: ResourceName) -> UnsafeRawBufferPointer {
  let file = embedded_resource(name)
  return UnsafeRawBufferPointer(start: file.bytes, count: file.length)
}
