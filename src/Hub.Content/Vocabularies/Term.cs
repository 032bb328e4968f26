namespace Hub.Content.Vocabularies;

/// <summary>A term of a controlled vocabulary, as one region sees it. Immutable.</summary>
/// <param name="Code">Stable; stands in data and addresses.</param>
/// <param name="Name">What people read.</param>
/// <param name="Description">Empty when the name says it.</param>
/// <param name="Parent">Code of the term above; null at the top.</param>
/// <param name="Depth">0 at the top.</param>
/// <param name="Region">The region that added or last renamed it.</param>
/// <param name="Same">A term that says the same: a national code, or <c>puglia/code</c>; null for none.</param>
public sealed record Term(string Code, string Name, string Description, string? Parent, int Depth, string Region, string? Same = null);
