using Hub.Links.Finding;

namespace Hub.Links.Checking;

/// <summary>What one look at an address showed.</summary>
/// <param name="Detail">Where it leads now, or what the server said.</param>
/// <param name="IsFinal">A failure that another day will not mend by itself, such as 404.</param>
internal sealed record LinkLook(LinkState State, string Detail = "", bool IsFinal = false)
{
    public static readonly LinkLook Sound = new(LinkState.Sound);

    /// <summary>So many failures in a row, on different days, before an address on the web counts as broken.</summary>
    private const int MaxFailures = 3;

    private static readonly TimeSpan Soon = TimeSpan.FromDays(1);
    private static readonly TimeSpan Later = TimeSpan.FromDays(7);

    public static LinkLook Gone(string detail) => new(LinkState.Broken, detail, IsFinal: true);

    /// <summary>A server may be away for a day: only a final failure, seen twice, or three others in a row make a link broken.</summary>
    public void ApplyTo(LinkRow row, DateTime now)
    {
        row.CheckedAt = now;
        row.Detail = Detail.Length <= 500 ? Detail : Detail[..500];
        if (State is LinkState.Sound or LinkState.Moved or LinkState.Closed)
        {
            (row.State, row.Failures, row.Since) = (State, 0, null);
            row.NextAt = now + Later;
            return;
        }

        row.Failures++;
        row.Since ??= now;
        var isInside = row.Address[0] == '/';
        row.State = isInside || row.Failures >= (IsFinal ? 2 : MaxFailures) ? LinkState.Broken : LinkState.Doubtful;
        row.NextAt = now + (row.State == LinkState.Broken ? Later : Soon);
    }
}
