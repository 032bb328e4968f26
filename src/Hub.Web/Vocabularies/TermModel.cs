using System.Security.Cryptography;
using System.Text;
using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;

namespace Hub.Web.Vocabularies;

/// <summary>The page of a term.</summary>
/// <param name="Own">What the region says of it; null for nothing.</param>
/// <param name="National">What the nation says of it; null when it is the region's own, and on the national portal.</param>
/// <param name="Items">The content that carries it.</param>
public sealed record TermModel(Region Region, Vocabulary Vocabulary, Term Term, TermSource? Own, TermSource? National, IReadOnlyList<ItemRow> Items)
{
    public required TermInput Input { get; init; }

    public required IReadOnlyList<Issue> Issues { get; init; }

    public string Message { get; init; } = "";

    /// <summary>The term that it is about to be merged into; null unless that was asked.</summary>
    public Term? Into { get; init; }

    public bool IsHidden => Vocabulary.Hidden.ContainsKey(Term.Code);

    public bool IsInherited => National is not null;

    /// <summary>Codes that were merged into it.</summary>
    public IEnumerable<string> Former => Vocabulary.Former.Where(pair => pair.Value == Term.Code).Select(pair => pair.Key);

    public string Stamp => StampOf(Term);

    public string? ProblemOf(string field) => Issues.FirstOrDefault(issue => issue.Field == field)?.Message;

    /// <summary>Names what the form of a term shows.</summary>
    internal static string StampOf(Term term) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{term.Name}\n{term.Description}\n{term.Parent}\n{term.Same}")).AsSpan(0, 8));
}
