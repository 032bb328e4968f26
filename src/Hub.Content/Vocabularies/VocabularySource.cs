namespace Hub.Content.Vocabularies;

/// <summary>What one region says of a vocabulary: its terms in order, as written in its file or on its settings page.</summary>
/// <param name="Taxonomy">Code.</param>
/// <param name="Name">What people read; a region may leave it empty and keep the national name.</param>
public sealed record VocabularySource(string Taxonomy, string Name, IReadOnlyList<TermSource> Terms);

/// <summary>What one region says of a term.</summary>
/// <param name="Code">A national code renames, moves or hides that term; another adds one.</param>
/// <param name="Name">Empty keeps the national name.</param>
/// <param name="Parent">Code of the term above; null keeps the national one.</param>
/// <param name="IsHidden">The region doesn't use this national term.</param>
public sealed record TermSource(string Code, string Name, string Description = "", string? Parent = null, bool IsHidden = false);
