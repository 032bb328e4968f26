using Hub.Kernel.Regions;
using Hub.Practices.Quality;
using Hub.Practices.Records;

namespace Hub.Practices.Organisations;

/// <summary>The practices that an organisation answers for or took part in, as a region's readers see them. For one scope.</summary>
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
        return new TakenPart(
            [.. found.Items.Where(item => item.As<Practice>().OwnerBody.Contains(organisation))],
            [.. found.Items.Where(item => !item.As<Practice>().OwnerBody.Contains(organisation))], found.Total);
    }
}

/// <summary>An organisation's practices.</summary>
/// <param name="Total">Of all, not of those here alone.</param>
public sealed record TakenPart(IReadOnlyList<Item> AsOwner, IReadOnlyList<Item> AsPartner, int Total);
