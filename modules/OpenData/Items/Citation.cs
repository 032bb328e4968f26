using System.Globalization;
using System.Text;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.SiteMap;

namespace Hub.OpenData.Items;

/// <summary>How an item is cited: as text, and for the programs that keep references.</summary>
/// <param name="Permanent">The address that follows the item.</param>
/// <param name="Author">Who made what it tells; empty where nobody is named.</param>
internal sealed record Citation(Item Item, Region Region, string Permanent, string Author)
{
    private string Day => Item.Updated.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Year => (Item.Published ?? Item.Updated).Year.ToString(CultureInfo.InvariantCulture);

    private string Licence => ItemLicence.Of(Item).Name;

    /// <summary>In braces of its own: a body has no given name.</summary>
    private string AuthorLine => Author.Length > 0 ? $"\n  author = {{{{{Tex(Author)}}}}}," : "";

    /// <summary>One line.</summary>
    public string Text() => Texts.In["Cite.Text", Author.Length > 0 ? $"{Author}, {Item.Title}" : Item.Title, Region.Definition.Title, Item.Updated.InWords(), Item.Version, Permanent, Licence] + "\n";

    public string BibTex() =>
        $$"""
        @online{{{Item.Slug}}-{{Year}},{{AuthorLine}}
          title = {{{Tex(Item.Title)}}},
          organization = {{{Tex(Region.Definition.Title)}}},
          year = {{{Year}}},
          date = {{{Day}}},
          version = {{{Item.Version}}},
          language = {italian},
          url = {{{Permanent}}},
          note = {{{Licence}}}
        }

        """.ReplaceLineEndings("\n");

    /// <summary>Lines end as the format wants.</summary>
    public string Ris()
    {
        var lines = new StringBuilder();
        foreach (var (tag, value) in new[]
        {
            ("TY", "ELEC"), ("AU", Author), ("TI", Item.Title), ("AB", Item.Summary), ("PB", Region.Definition.Title), ("PY", Year), ("DA", Day.Replace('-', '/')), ("ET", Item.Version.ToString(CultureInfo.InvariantCulture)),
            ("LA", Item.Language), ("UR", Permanent), ("ID", Item.Id.ToString()),
        })
        {
            if (value.Length > 0)
                lines.Append(tag).Append("  - ").Append(value.ReplaceLineEndings(" ")).Append("\r\n");
        }

        return lines.Append("ER  - \r\n").ToString();
    }

    /// <summary>Without what TeX would read as a command.</summary>
    private static string Tex(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            plain.Append(c switch
            {
                '\\' => "\\textbackslash{}",
                '{' or '}' or '#' or '$' or '%' or '&' or '_' => "\\" + c,
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                _ => c.ToString(),
            });
        }

        return plain.ToString();
    }
}
