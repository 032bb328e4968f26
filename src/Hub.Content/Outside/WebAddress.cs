namespace Hub.Content.Outside;

/// <summary>Addresses on the web, as other people write them.</summary>
public static class WebAddress
{
    /// <summary>An address on the web, resolved against another; null for anything else.</summary>
    public static Uri? Of(string written, Uri? at = null)
    {
        var text = written.Trim();
        if (text.Length is 0 or > 2000)
            return null;
        var isGood = at is null ? Uri.TryCreate(text, UriKind.Absolute, out var address) : Uri.TryCreate(at, text, out address);
        return isGood && address!.Scheme is "http" or "https" && address!.UserInfo.Length == 0 ? address : null;
    }
}
