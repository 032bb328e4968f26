using System.Collections.Frozen;
using Hub.Content.Items;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;

namespace Hub.Content.Types;

/// <summary>
/// The content types of the region that the scope works for, with the fields that the region added. One for each scope;
/// the work behind it is done once for each state of a region.
/// </summary>
public sealed class ContentTypes(EnabledExtensions extensions, CurrentRegion current)
{
    /// <summary>Key of the region setting that holds added fields: type id to list of field definitions.</summary>
    public const string AddedFieldsKey = "fields";

    private Set Types => SetOf(current.Region);

    public IReadOnlyList<TypeDefinition> All => Types.All;

    /// <summary>The type of that id, or null when the region doesn't have it.</summary>
    public TypeDefinition? Find(string id) => Types.ById.GetValueOrDefault(id);

    /// <summary>The type whose items live under that segment, or null when the region doesn't have it.</summary>
    public TypeDefinition? InSection(string section) => Types.BySection.GetValueOrDefault(section);

    /// <summary>The types of any region.</summary>
    public IReadOnlyList<TypeDefinition> Of(Region region) => SetOf(region).All;

    private Set SetOf(Region region) => region.Derive(of => new Set(extensions.Of<IContentType>(of), extensions.Of<IItemTraits>(of), of));

    private sealed class Set
    {
        public Set(IReadOnlyList<IContentType> types, IReadOnlyList<IItemTraits> traits, Region region)
        {
            var added = AddedFields(region);
            All = [.. types.Select(type => WithAdded(type.Definition, added)).Select(type => type with { Traits = [.. traits.Where(each => each.Type == type.Id).SelectMany(each => each.Fields)] })];
            ById = All.ToFrozenDictionary(type => type.Id, StringComparer.Ordinal);
            BySection = All.ToFrozenDictionary(type => type.Section, StringComparer.Ordinal);
        }

        public IReadOnlyList<TypeDefinition> All { get; }

        public FrozenDictionary<string, TypeDefinition> ById { get; }

        public FrozenDictionary<string, TypeDefinition> BySection { get; }

        private static TypeDefinition WithAdded(TypeDefinition type, ILookup<string, FieldDefinition> added) => added.Contains(type.Id)
            ? type with { Fields = [.. type.Fields, .. added[type.Id].Where(field => type.Find(field.Name) is null)] }
            : type;

        private static ILookup<string, FieldDefinition> AddedFields(Region region) => AddedField.All(region.Definition.Settings)
            .Where(added => added.Field is not null)
            .ToLookup(added => added.Type, added => added.Field!, StringComparer.Ordinal);
    }
}
