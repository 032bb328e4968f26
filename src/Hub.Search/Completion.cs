namespace Hub.Search;

/// <summary>What typed text may become, and in how many documents the completed word is, at least.</summary>
public sealed record Completion(string Text, CompletionKind Kind, int Documents);

/// <summary>What was completed.</summary>
public enum CompletionKind
{
    /// <summary>The last word typed.</summary>
    Word,

    /// <summary>The whole text to a document's title.</summary>
    Title,
}
