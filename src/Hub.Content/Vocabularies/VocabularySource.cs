namespace Hub.Content.Vocabularies;

/// <summary>What one region says of a vocabulary: its terms in order, as written in its file or on its settings page.</summary>
/// <param name="Taxonomy">Code.</param>
/// <param name="Name">What people read; a region may leave it empty and keep the national name.</param>
/// <param name="IsOrdered">
/// Among the terms under one parent, those that a region adds ahead of the national ones stand ahead of them; else they follow.
/// </param>
public sealed record VocabularySource(string Taxonomy, string Name, IReadOnlyList<TermSource> Terms, bool IsOrdered = false)
{
    public TermSource? Find(string code) => Terms.FirstOrDefault(term => term.Code == code);
}

/// <summary>What one region says of a term.</summary>
/// <param name="Code">A national code renames, moves or hides that term; another adds one.</param>
/// <param name="Name">Empty keeps the national name.</param>
/// <param name="Parent">Code of the term above; null keeps the national one, empty is the top.</param>
/// <param name="IsHidden">The region doesn't use this national term.</param>
/// <param name="Into">The term was merged into this one: its code stands for the other from then on.</param>
/// <param name="Same">The term says the same as another vocabulary's: a national code, or <c>puglia/code</c>.</param>
public sealed record TermSource(
    string Code, string Name, string Description = "", string? Parent = null, bool IsHidden = false, string? Into = null, string? Same = null);
