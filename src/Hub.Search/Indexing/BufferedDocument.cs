namespace Hub.Search.Indexing;

/// <summary>A document as it was when it was added: what becomes of the object later does not matter.</summary>
internal readonly record struct BufferedDocument(string Key, KeyValuePair<string, object>[] Values);
