using Hub.Content.Settings;

namespace Hub.Content.Types;

/// <summary>The added fields in the list of a region's settings; they have a page of their own.</summary>
internal sealed class AddedFieldsSection : ISettingsSection
{
    public string Key => ContentTypes.AddedFieldsKey;

    public string Title => Texts.Get("AddedFields.Title");

    public string Description => Texts.Get("AddedFields.Description");

    public string Page => "gestione/impostazioni/campi";

    public IReadOnlyList<FieldDefinition> Fields => [];
}
