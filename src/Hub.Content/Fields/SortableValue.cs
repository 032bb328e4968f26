namespace Hub.Content.Fields;

/// <summary>A value by which items are filtered and sorted.</summary>
/// <param name="Text">For filtering by equality; at most 200 characters.</param>
/// <param name="Number">For sorting and ranges; null sorts by text.</param>
public readonly record struct SortableValue(string Text, double? Number = null);

/// <summary>From a taxonomy and a term's code to the codes under which it is found: its own, and those of the terms above it.</summary>
public delegate IEnumerable<string> VocabularyLookup(string taxonomy, string code);
