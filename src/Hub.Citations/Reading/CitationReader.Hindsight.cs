using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>What a later word of the text tells of citations already read: the region of an act without one, the edition of a code.</summary>
internal sealed partial class CitationReader
{
    /// <summary>How many regional acts may wait for the text to name a region.</summary>
    private const int MostRegionless = 256;

    /// <summary>How many names of a code may wait for the text to cite one of its editions.</summary>
    private const int MostUnsettled = 32;

    private readonly List<int> _regionless = [];
    private readonly List<int> _unsettled = [];

    private void NoteRegion(in Passage passage, int at)
    {
        var next = at;
        if (!RegionReader.TryRead(passage, ref next, out var region))
            return;
        if (_state.RegionInHand is null)
            LendRegion(region);
        _state.RegionInHand = region;
    }

    // "La l.r. 3/2023 … della Regione Emilia-Romagna": the first region that the text names is the likeliest of what came before.
    private void LendRegion(Region region)
    {
        foreach (var i in _regionless)
            found[i] = found[i].LikelyOf(region);
        _regionless.Clear();
    }

    private void NoteSubject(in Passage passage, ActMention act)
    {
        if (passage.TermAt(act.From - 1) == Term.The && passage.StartsSentence(act.From - 1))
            _state.Subject = act.Act;
    }

    private void NoteDay(in Passage passage, int at)
    {
        if (DateReader.TryRead(passage, at, _state.ThisYear, out _, out var date))
            _state.NoteDay(date.Day);
    }

    /// <summary>Keeps the citation just added if it leaves something open; lets it settle earlier ones if it does not.</summary>
    private void NoteOpen(ActMention act)
    {
        if (act.Act is { IsRegional: true, Region: null, LikelyRegion: null } && _regionless.Count < MostRegionless)
            _regionless.Add(found.Count - 1);
        if (_regionless.Count > 0 && act is { BackReference: false, Act: { IsRegional: true, Region: { } region } })
            LendRegion(region);
        if (act.Edition && _unsettled.Count < MostUnsettled)
            _unsettled.Add(found.Count - 1);
        else if (act is { Edition: false, BackReference: false, Others.Count: 0 } && _unsettled.Count > 0)
            Settle(act.Act);
    }

    // "il codice degli appalti … (d.lgs. n. 50/2016)": the edition that the text cites later is the one that it named before.
    private void Settle(ActReference act)
    {
        for (var i = _unsettled.Count - 1; i >= 0; i--)
        {
            var open = found[_unsettled[i]];
            if (!ReadingState.Same(open.Act!, act) && !open.OtherActs.Any(other => ReadingState.Same(other, act)))
                continue;
            found[_unsettled[i]] = open.SettledAs(act);
            _unsettled.RemoveAt(i);
        }
    }
}
