using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using Hub.Content.Prose;
using Hub.Kernel.Regions;
using Hub.Legislation.Norms;

namespace Hub.Legislation.Graph;

/// <summary>
/// Makes the citations of running text links: to the page of the norm or article with its title and status beside it, else
/// to where the public can read it. A citation takes the place of a glossary term within it; links that an author wrote stay.
/// </summary>
internal sealed class NormLinks(NormIndex index, RegionDirectory regions) : IProseEnricher
{
    private const string Untouched = "a, h1, h2, h3, h4, h5, h6, code, pre";
    private const string Term = ".term-box";
    private const string TermMeaning = ".term-meaning";

    public async Task Enrich(IElement prose, ProseOrigin origin, Region region, CancellationToken cancel)
    {
        var text = new ProseWords(prose);
        if (text.Words.Length == 0)
            return;
        var reading = origin.Item is { } item ? CitationReading.For(item) : new CitationReading(region.Id, [], null);
        var own = origin.Item?.Data["identifier"]?.ToString() is { } identifier ? NormKey.Of(identifier) : null;
        var places = reading.In(new CitedText(text.Words, Citations.TextFormat.Plain)).Where(place => place.Keys[0] != own).ToList();
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin.Key)).AsSpan(0, 4));
        for (var i = places.Count - 1; i >= 0; i--) // from the end, so that what stands before keeps its place
            await Link(text, places[i], region, $"norma-{name}-{i + 1}", cancel);
    }

    private async Task Link(ProseWords text, CitedPlace place, Region region, string meaningId, CancellationToken cancel)
    {
        if (text.Take(place.Start, place.End) is not { } words)
            return;
        var document = words.Owner!;
        var key = place.Keys[0];
        if (await index.Find(region, key.Act, cancel) is { } norm)
        {
            var article = place.Keys.Count == 1 || place.Keys.All(one => one.Act == key.Act) ? key.Article : "";
            var link = Anchor(document, Address(norm, region) + "/" + norm.PathOf(article), words.Data, "norm-link");
            words.ReplaceWith(Explained(document, link, Meaning(norm, place), meaningId, words.Parent as IElement));
        }
        else if (place.Address is { } address)
        {
            var link = Anchor(document, address.ToString(), words.Data, "norm-link");
            link.SetAttribute("rel", "noopener");
            words.ReplaceWith(link);
        }
    }

    /// <summary>Beside a term in a paragraph the meaning opens on hover and focus; elsewhere it is the link's title.</summary>
    private static IElement Explained(IDocument document, IElement link, string meaning, string meaningId, IElement? parent)
    {
        if (parent?.LocalName is not ("p" or "li" or "dd"))
        {
            link.SetAttribute("title", meaning);
            return link;
        }

        link.ClassName = "term norm-link";
        link.SetAttribute("aria-describedby", meaningId);
        var tip = document.CreateElement("span");
        tip.ClassName = "term-meaning";
        tip.SetAttribute("role", "tooltip");
        tip.Id = meaningId;
        tip.TextContent = meaning;
        var box = document.CreateElement("span");
        box.ClassName = "term-box norm-box";
        box.Append(link, tip);
        return box;
    }

    private static IElement Anchor(IDocument document, string address, string words, string className)
    {
        var link = document.CreateElement("a");
        link.SetAttribute("href", address);
        link.ClassName = className;
        link.TextContent = words;
        return link;
    }

    private static string Meaning(KnownNorm norm, CitedPlace place)
    {
        var told = norm.State.Length > 0 ? Texts.In["Link.Meaning", norm.Label, norm.Item.Title, norm.State] : norm.Item.Title;
        return place.IsLikely ? Texts.In["Link.Likely", told] : told;
    }

    private string Address(KnownNorm norm, Region region)
    {
        if (norm.Region.Id == region.Id)
            return region.PathBase;
        if (norm.Region.Definition.Hosts is [var own, ..])
            return $"https://{own}";
        return regions.Current.National.Definition.Hosts is [var host, ..] ? $"https://{host}{norm.Region.PathBase}" : norm.Region.PathBase;
    }

    /// <summary>The words of a text in their order, and from a place among them back to the text node.</summary>
    private sealed class ProseWords
    {
        private const string BlockEnd = "\n\n";

        private readonly List<(int Start, IText Node)> nodes = [];

        public ProseWords(IElement prose)
        {
            var words = new StringBuilder();
            Collect(prose, words);
            Words = words.ToString();
        }

        public string Words { get; }

        /// <summary>
        /// A text node with just these words, or with as many of them as stand together in one node; null when they are part
        /// of a link, a heading or code.
        /// </summary>
        public IText? Take(int start, int end)
        {
            var run = LongestRun(start, end);
            if (run.Count == 0)
                return null;
            (start, end) = Trimmed(Math.Max(start, run[0].Start), Math.Min(end, run[^1].Start + run[^1].Node.Data.Length));
            if (start >= run[0].Start + run[0].Node.Data.Length || end <= run[^1].Start)
                return null; // nothing but blanks in one of the nodes
            var words = run[0].Node;
            if (start > run[0].Start)
                words = words.Split(start - run[0].Start);
            var last = run.Count == 1 ? words : run[^1].Node;
            var lastStart = run.Count == 1 ? Math.Max(start, run[0].Start) : run[^1].Start;
            if (end < lastStart + last.Data.Length)
                last.Split(end - lastStart);
            foreach (var (_, node) in run.Skip(1))
            {
                words.Data += node.Data;
                node.Remove();
            }

            return words;
        }

        private (int Start, int End) Trimmed(int start, int end)
        {
            while (start < end && char.IsWhiteSpace(Words[start]))
                start++;
            while (end > start && char.IsWhiteSpace(Words[end - 1]))
                end--;
            return (start, end);
        }

        /// <summary>The nodes side by side that hold most of a place, terms of the glossary among them undone.</summary>
        private List<(int Start, IText Node)> LongestRun(int start, int end)
        {
            List<(int Start, IText Node)> longest = [], run = [];
            for (var i = Math.Max(0, nodes.FindLastIndex(node => node.Start <= start)); i < nodes.Count && nodes[i].Start < end; i++)
            {
                if (Shared([nodes[i]], start, end) <= 0 || IsUntouched(nodes[i].Node))
                {
                    run = [];
                    continue;
                }

                Unwrap(nodes[i].Node);
                run = run.Count > 0 && nodes[i].Node.PreviousSibling == run[^1].Node ? [.. run, nodes[i]] : [nodes[i]];
                if (Shared(run, start, end) > Shared(longest, start, end))
                    longest = run;
            }

            return longest;
        }

        private static int Shared(List<(int Start, IText Node)> run, int start, int end) =>
            run.Sum(node => Math.Min(end, node.Start + node.Node.Data.Length) - Math.Max(start, node.Start));

        private void Collect(INode parent, StringBuilder words)
        {
            foreach (var child in parent.ChildNodes)
            {
                if (child is IText text)
                {
                    nodes.Add((words.Length, text));
                    words.Append(text.Data);
                }
                else if (child is IElement element && !element.Matches(TermMeaning))
                {
                    Collect(element, words);
                    if (element.LocalName is "p" or "li" or "td" or "th" or "dt" or "dd" or "tr" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "blockquote" or "pre" or "br")
                        words.Append(BlockEnd);
                }
            }
        }

        private static bool IsUntouched(IText node) => node.ParentElement is { } parent && parent.Closest(Term) is null && parent.Closest(Untouched) is not null;

        /// <summary>Takes away the mark of a glossary term around a text.</summary>
        private static void Unwrap(IText node)
        {
            if (node.ParentElement?.Closest(Term) is { } box)
                box.ReplaceWith(node);
        }
    }
}
