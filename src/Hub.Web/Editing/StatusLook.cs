using Hub.Content.Items;

namespace Hub.Web.Editing;

/// <summary>How a status looks beside its word, which always stands there: good, in need of care, or plain.</summary>
public static class StatusLook
{
    /// <summary>Class of the stylesheet.</summary>
    public static string Look(this Status status) => status switch
    {
        Status.Published or Status.Approved => "status-good",
        Status.ToComplete or Status.ToRecheck => "status-care",
        _ => "status-plain",
    };
}
