using Hub.Citations.Resolving;
using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>The part of a court that decided, as far as the identifier needs it: civil or criminal for the Cassazione, the seat
/// of a TAR, the section of the Corte dei conti.</summary>
internal sealed class CourtSection
{
    private static readonly string[] Seats = [.. DataFile.Read("tar-seats.tsv").Select(row => row[0])];

    // Kinds of deliberation that the Corte dei conti writes in the number: "n. 102/2023/SRCPIE/PAR".
    private static readonly HashSet<string> Deliberations =
        ["PRSE", "PRSP", "PAR", "VSG", "FRG", "PRNO", "REG", "RGES", "VSGO", "PASP", "CSE", "INPR", "GEST", "PRSS", "PREV", "VSGC", "PARI", "VSGF", "SUCC", "RQ", "QMIG", "CCR", "CCN", "PNRR", "AUD", "COMP", "RSUE", "REF", "FUEFC", "DELC"];

    private string? _chamber;
    private string? _seat;
    private Region? _region;
    private string? _appeal;
    private string? _chain;
    private string? _deliberation;
    private bool _control;
    private bool _plenary;
    private bool _united;
    private bool _autonomies;

    /// <summary>The court that the section alone tells: "Adunanza plenaria", "Sezioni Unite".</summary>
    public Court? Court => _plenary ? Hub.Citations.Court.CouncilOfState : _chamber is not null && _united ? Hub.Citations.Court.Cassation : null;

    /// <summary>True once something has told the section.</summary>
    public bool Named => _chamber is not null || _seat is not null || _region is not null || _appeal is not null || _chain is not null || _control || _united || _plenary || _autonomies;

    /// <summary>"Cassazione civile" and "Adunanza plenaria" name their section in the name of the court.</summary>
    public void Note(in Passage passage, int from, int to)
    {
        for (var at = from; at < to; at++)
            if (passage.TermAt(at) is Term.Civil or Term.Penal or Term.Plenary)
                Take(passage.TermAt(at));
    }

    public bool Read(in Passage passage, ref int at, Court? court)
    {
        var term = passage.TermAt(at);
        if (term is Term.Civil or Term.Penal or Term.Labour or Term.Tax or Term.United or Term.Appeal or Term.Control or Term.Jurisdictional or Term.Plenary)
        {
            Take(term);
            at = passage.SkipDot(at + 1);
            return true;
        }
        if (term == Term.Assembly && passage.TermAt(passage.SkipDot(at + 1)) == Term.Plenary)
        {
            at = passage.SkipDot(at + 1);
            return true;
        }
        if (term == Term.Section || passage.Reads(at, "ss") && passage.TermAt(passage.SkipDot(at + 1)) == Term.United)
        {
            at = passage.SkipDot(at + 1);
            ReadOrdinal(passage, ref at);
            return true;
        }
        if (passage.Reads(at, "staccata") || passage.Reads(at, "autonomie") || passage.Reads(at, "regionale") || passage.Reads(at, "centrale") || passage.Reads(at, "comm") || passage.Reads(at, "spec") || passage.Reads(at, "commissione") || passage.Reads(at, "speciale") || passage.Reads(at, "ter") || passage.Reads(at, "bis") || passage.Reads(at, "quater"))
        {
            _autonomies |= passage.Reads(at, "autonomie");
            at = passage.SkipDot(at + 1);
            return true;
        }
        return ReadPlace(passage, ref at, court);
    }

    public static bool IsChain(in Passage passage, int at) => passage[at].Has(TokenTraits.AllCapitals) && (IsSectionCode(passage.Text(at)) || Deliberations.Contains(passage.Text(at).ToString()));

    /// <summary>Reads the rest of "102/2023/SRCPIE/PAR", "9/SEZAUT/2009/INPR": year, section and kind in any order.</summary>
    public void ReadChain(in Passage passage, ref int at, ref int? year)
    {
        while (passage.IsSymbol(at, '/'))
        {
            if (year is null && passage.IsNumber(at + 1) && passage[at + 1].Length == 4)
                year = passage[at + 1].Value;
            else if (IsChain(passage, at + 1))
            {
                var code = passage.Text(at + 1).ToString();
                if (IsSectionCode(code))
                    _chain = code;
                else
                    _deliberation = code;
            }
            else
                break;
            at += 2;
        }
    }

    /// <summary>The component of the identifier; null when the text does not tell it.</summary>
    public string? Of(Court? court) => court switch
    {
        Hub.Citations.Court.Cassation => _chamber,
        Hub.Citations.Court.Tar => _seat,
        Hub.Citations.Court.CouncilOfState => _plenary ? "APLE" : null,
        Hub.Citations.Court.Accounts => OfAccounts(),
        _ => null,
    };

    private string? OfAccounts()
    {
        if (_chain is not null)
            return _deliberation is null ? _chain : $"{_chain}-{_deliberation}";
        if (_autonomies)
            return _deliberation is null ? null : $"SEZAUT-{_deliberation}";
        if (_region is { } region)
            return _control ? (_deliberation is null ? null : $"SRC{(region.AccountsCode == "EMR" ? "ERO" : region.AccountsCode)}-{_deliberation}") : "SG" + region.AccountsCode;
        return _united ? (_control ? null : "SSR") : _appeal;
    }

    private void Take(Term term)
    {
        _chamber = term switch
        {
            Term.Penal => "PEN",
            Term.Civil or Term.Labour or Term.Tax => "CIV",
            _ => _chamber,
        };
        _control |= term == Term.Control;
        _plenary |= term == Term.Plenary;
        _united |= term == Term.United;
    }

    private void ReadOrdinal(in Passage passage, ref int at)
    {
        if (passage.TermAt(at) == Term.United)
        {
            Take(Term.United);
            at = passage.SkipDot(at + 1);
            if (passage.TermAt(at) == Term.United)
                at = passage.SkipDot(at + 1);
            return;
        }
        if (!(passage.TermAt(at) == Term.Ordinal || passage.IsNumber(at) && passage[at].Length <= 2 || IsRoman(passage, at)))
            return;
        _appeal = passage.Text(at) switch { "I" => "APP1", "II" => "APP2", "III" => "APP3", _ => passage[at].Value is > 0 and < 4 ? $"APP{passage[at].Value}" : null };
        at++;
        // "VI-3", "3^", "III-bis"
        if (passage.Symbol(at) is '-' && passage.Touches(at) && passage.Touches(at + 1))
            at += 2;
        else if (passage.Symbol(at) is '^' or '°')
            at++;
    }

    private bool ReadPlace(in Passage passage, ref int at, Court? court)
    {
        if (court == Hub.Citations.Court.Tar && Phrasebook.Italian.TryRead(passage, ref at, PhraseKind.Seat, out var seat))
        {
            _seat = Seats[seat.Value];
            return true;
        }
        if (court == Hub.Citations.Court.Accounts && RegionReader.TryName(passage, ref at, out var region))
        {
            _region = region;
            return true;
        }
        if (court is Hub.Citations.Court.Tar or Hub.Citations.Court.Accounts && passage.TermAt(at) == Term.Region)
        {
            at = passage.SkipDot(at + 1);
            return true;
        }
        return false;
    }

    private static bool IsSectionCode(ReadOnlySpan<char> code) =>
        code.Length >= 4 && (code.StartsWith("SRC", StringComparison.Ordinal) || code is "SEZAUT" or "SSRRCO" or "SCCLEG" or "SCE" or "SCBOLZ" or "SCCGAS");

    private static bool IsRoman(in Passage passage, int at)
    {
        foreach (var letter in passage.Text(at))
            if (letter is not ('I' or 'V' or 'X'))
                return false;
        return passage.IsWord(at);
    }
}
