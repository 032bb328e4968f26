namespace Hub.Content.Items;

/// <summary>
/// What every content type's record derives from. A record is one version's values, immutable; the core never needs it,
/// views and modules do.
/// </summary>
public abstract record Content
{
    /// <summary>What the item is called, in lists and on top of its page.</summary>
    public abstract string Title { get; init; }

    /// <summary>A paragraph that tells whether to read on.</summary>
    public virtual string Summary { get; init; } = "";
}
