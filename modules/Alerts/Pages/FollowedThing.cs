using Hub.Alerts.Following;
using Hub.Web.Alerts;

namespace Hub.Alerts.Pages;

/// <summary>A subscription with what it is of.</summary>
/// <param name="Subject">Null when its source is gone or knows it no more.</param>
/// <param name="Secret">From the address of the page.</param>
public sealed record FollowedThing(Subscription Subscription, AlertSubject? Subject, string Secret = "");
