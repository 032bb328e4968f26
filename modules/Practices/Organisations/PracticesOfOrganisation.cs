using Hub.Kernel.Regions;
using Hub.Practices.Quality;
using Hub.Practices.Records;

namespace Hub.Practices.Organisations;

/// <summary>The practices that an organisation answers for, took part in or told, as a region's readers see them. For one scope.</summary>
public sealed class PracticesOfOrganisation(ItemReader reader)
{
    /// <summary>The hundred newest; the page leads to the list of all.</summary>
    public async Task<TakenPart> Of(Region region, Guid organisation, CancellationToken cancel = default)
    {
        var found = await reader.List(region, new ItemQuery
        {
            Types = [Practice.TypeId], Sort = "-published", Size = ItemQuery.MaxSize,
            Filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [PracticeTraits.Bodies] = [organisation.ToString()] },
        }, cancel);
        var byRole = found.Items.ToLookup(item => item.As<Practice>() is var practice && practice.OwnerBody.Contains(organisation) ? Role.Owner
            : practice.Partners.Any(partner => partner.Organisation.Contains(organisation)) ? Role.Partner : Role.Teller);
        return new TakenPart([.. byRole[Role.Owner]], [.. byRole[Role.Partner]], [.. byRole[Role.Teller]], found.Total);
    }

    private enum Role
    {
        Owner,
        Partner,
        Teller,
    }
}

/// <summary>An organisation's practices, each in the first list that it belongs to.</summary>
/// <param name="AsTeller">It told them, and has no other part in them.</param>
/// <param name="Total">Of all, not of those here alone.</param>
public sealed record TakenPart(IReadOnlyList<Item> AsOwner, IReadOnlyList<Item> AsPartner, IReadOnlyList<Item> AsTeller, int Total);
