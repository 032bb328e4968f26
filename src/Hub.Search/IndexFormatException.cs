namespace Hub.Search;

/// <summary>
/// The index is sound but was written for another format, schema or analysis, so it has to be built again.
/// The message names what differs.
/// </summary>
public sealed class IndexFormatException(string message) : IOException(message);
