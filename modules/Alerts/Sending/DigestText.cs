using System.Text;
using Hub.Content;
using Hub.Content.Mail;
using Hub.Kernel.Regions;

namespace Hub.Alerts.Sending;

/// <summary>Writes a digest: grouped by what is followed, each group with why it is sent and where it is stopped.</summary>
public sealed class DigestText(PortalAddresses addresses)
{
    /// <summary>What is more of a group is left to its page.</summary>
    private const int MostEntries = 50;

    /// <param name="groups">All of one address; at least one.</param>
    public Letter Write(Region region, IReadOnlyList<DigestGroup> groups)
    {
        var root = addresses.RootOf(region);
        var pages = groups.SelectMany(group => group.Entries).Select(entry => (entry.Portal.Id, entry.Path)).Distinct().Count();
        var first = groups[0].Entries[0].Title;
        var words = MailWords.Of(
            region, pages == 1 ? AlertMails.DigestOfOne : AlertMails.Digest, ("portale", region.Definition.Title), ("numero", pages), ("titolo", first));
        var text = new StringBuilder(words.Opening).Append("\n\n");
        foreach (var group in groups)
            Write(text, root, group);
        var all = $"{root}/avvisi/tuoi/{groups[0].Subscription.ReaderKey}";
        if (words.Closing.Length > 0)
            text.Append(words.Closing).Append("\n\n");
        text.Append("-- \n").Append(Texts.In["Digest.All", all]).Append('\n');
        return new Letter(
            groups[0].Subscription.Email, words.Subject, text.ToString(),
            new Uri(groups is [var only] ? StopAt(root, only) : all));
    }

    private void Write(StringBuilder text, string root, DigestGroup group)
    {
        var subscription = group.Subscription;
        text.Append(group.Subject.Title.ToUpper(System.Globalization.CultureInfo.GetCultureInfo("it-IT"))).Append('\n')
            .Append(Texts.In["Digest.Why", Texts.In["Digest.Why." + subscription.Frequency], RomeTime.FromUtc(subscription.ConfirmedAt!.Value)]).Append("\n\n");
        foreach (var entry in group.Entries.Take(MostEntries))
        {
            text.Append("* ").Append(entry.Title).Append('\n')
                .Append("  ").Append(Texts.In["Digest.Entry", entry.Day, entry.Why]).Append('\n')
                .Append("  ").Append(addresses.RootOf(entry.Portal)).Append(entry.Path).Append("\n\n");
        }

        if (group.Entries.Count > MostEntries)
            text.Append(Texts.In["Digest.More", group.Entries.Count - MostEntries, root + group.Subject.Path]).Append("\n\n");
        text.Append(Texts.In["Digest.Stop", StopAt(root, group)]).Append("\n\n\n");
    }

    private static string StopAt(string root, DigestGroup group) => $"{root}/avvisi/ferma/{group.Subscription.StopKey}";
}
