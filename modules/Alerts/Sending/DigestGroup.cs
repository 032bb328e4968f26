using Hub.Alerts.Following;
using Hub.Web.Alerts;

namespace Hub.Alerts.Sending;

/// <summary>What is new of one thing that a reader follows.</summary>
/// <param name="Entries">At least one, the newest first.</param>
public sealed record DigestGroup(Subscription Subscription, AlertSubject Subject, IReadOnlyList<AlertEntry> Entries);
