namespace Hub.Web.Frame;

/// <summary>Puts a part of a module's own into a slot of pages. Anonymous pages are cached until content changes.</summary>
[Kernel.Extensions.ExtensionPoint]
public interface IPagePart
{
    PageSlot Slot { get; }

    /// <summary>Lower stands first.</summary>
    int Order { get; }

    /// <summary>The part for a page, or null when it has nothing to say there.</summary>
    Task<PagePart?> Make(PageFrame page, CancellationToken cancel);
}

/// <summary>The slots of a page.</summary>
public enum PageSlot
{
    /// <summary>In the document's head.</summary>
    Head,

    /// <summary>Above the content.</summary>
    BeforeMain,

    /// <summary>Below the content, above the feedback.</summary>
    AfterMain,

    /// <summary>Beside the content of an item.</summary>
    Sidebar,

    /// <summary>A column of the region's home page.</summary>
    Home,

    /// <summary>What waits for somebody on the first page of the back office; the part looks itself at what the person may do.</summary>
    Desk,
}

/// <summary>A part of a page: a partial view and what it shows.</summary>
/// <param name="View">Found in the theme, then in the module, then in Hub.Web.</param>
public sealed record PagePart(string View, object? Model);
