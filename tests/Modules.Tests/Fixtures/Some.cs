using System.Text.Json.Nodes;
using Hub.Content.Items;

namespace Modules.Tests.Fixtures;

/// <summary>Items for tests that need no database.</summary>
internal static class Some
{
    public static Item Item(string type, string title, JsonObject data, string region = "nazionale", Guid? overrides = null)
    {
        data["title"] = title;
        return new Item
        {
            Id = Guid.NewGuid(), Region = region, Type = type, Path = $"{type}/{title}", Slug = title, Status = Status.Published, Version = 1,
            Title = title, Summary = "", Updated = new DateOnly(2026, 11, 21), Data = data, Overrides = overrides,
        };
    }

    public static JsonArray List(params string[] values) => [.. values.Select(value => JsonValue.Create(value))];
}
