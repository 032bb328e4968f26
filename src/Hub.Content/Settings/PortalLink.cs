using Hub.Content.Prose;

namespace Hub.Content.Settings;

/// <summary>Where a link that an administrator sets may lead: within the portal, or anywhere on the web by HTTPS.</summary>
public static class PortalLink
{
    /// <summary>A whole address that begins with <c>https://</c>.</summary>
    public static bool IsWeb(string address) =>
        SafeAddress.IsSafe(address) && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == "https" && uri.Host.Length > 0 && uri.UserInfo.Length == 0;

    /// <summary>A path within the region, without a leading slash, that stays there; empty for the home page.</summary>
    public static bool IsPath(string path) =>
        path.Length == 0
        || (SafeAddress.IsSafe(path) && path[0] is not ('/' or '.') && !path.Contains(':', StringComparison.Ordinal) && !path.Contains("..", StringComparison.Ordinal));
}
