using Hub.Web.Alerts;

namespace Hub.Alerts.Pages;

/// <summary>The form by which something is followed.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Input">What was typed; null at first.</param>
/// <param name="Issue">What is wrong with it; null for nothing.</param>
public sealed record SubscribePage(string Source, AlertSubject Subject, SubscribeInput? Input = null, string? Issue = null);

/// <summary>What the form sends. Hostile.</summary>
/// <param name="Fonte">Id of the source.</param>
/// <param name="Chiave">What is followed.</param>
/// <param name="Quando">Code of the frequency.</param>
/// <param name="Sito">Seen and filled in by programs alone.</param>
public sealed record SubscribeInput(string? Fonte, string? Chiave, string? Email, string? Quando, string? Sito);
