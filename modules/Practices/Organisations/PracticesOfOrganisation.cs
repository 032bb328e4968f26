using Hub.Kernel.Regions;
using Hub.Practices.Records;

namespace Hub.Practices.Organisations;

/// <summary>The practices that an organisation answers for or took part in, as a region's readers see them. For one scope.</summary>
public sealed class PracticesOfOrganisation(ItemReader reader)
{
    /// <summary>At most the hundred newest of each.</summary>
    public async Task<TakenPart> Of(Region region, Guid organisation, CancellationToken cancel = default) => new(
        await With(region, "ownerBody", organisation, cancel),
        await With(region, "partnerBodies", organisation, cancel));

    private async Task<IReadOnlyList<Item>> With(Region region, string field, Guid organisation, CancellationToken cancel) =>
        (await reader.List(region, new ItemQuery
        {
            Types = [Practice.TypeId], Sort = "-published", Size = ItemQuery.MaxSize,
            Filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [field] = [organisation.ToString()] },
        }, cancel)).Items;
}

/// <summary>An organisation's practices.</summary>
public sealed record TakenPart(IReadOnlyList<Item> AsOwner, IReadOnlyList<Item> AsPartner);
