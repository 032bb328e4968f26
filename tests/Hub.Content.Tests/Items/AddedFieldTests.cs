using System.Text.Json;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Tests.Support;

namespace Hub.Content.Tests.Items;

/// <summary>Fields that a region adds to a type in its settings.</summary>
public abstract class AddedFieldTests(bool isPostgres) : OnDatabase(isPostgres)
{
    [Fact]
    public async Task AnAddedFieldIsValidatedStoredFilteredAndSorted()
    {
        await Add("""{ "nota": [{ "name": "costoOra", "kindId": "money", "label": "Costo orario", "isFacet": true }] }""");

        await Hub.Publish(Hub.Toscana, "Cara", """{ "costoOra": "30,50" }""");
        await Hub.Publish(Hub.Toscana, "A buon prezzo", """{ "costoOra": 12 }""");
        var wrong = await Hub.Save(Hub.Toscana, TestHub.Note("Sbagliata", Status.Draft, """{ "costoOra": "molto" }"""));

        Assert.Equal("A buon prezzo, Cara", await Hub.Titles(Hub.Toscana, new() { Sort = "costoOra" }));
        Assert.Equal("Cara", await Hub.Titles(Hub.Toscana, new() { Filters = new Dictionary<string, IReadOnlyList<string>> { ["costoOra"] = ["30.5"] } }));
        Assert.Equal("costoOra", Assert.Single(wrong.Issues).Field);
    }

    [Fact]
    public async Task OtherRegionsDoNotHaveIt()
    {
        await Add("""{ "nota": [{ "name": "costoOra", "kindId": "money", "label": "Costo orario" }] }""");

        var outcome = await Hub.Save(Hub.Puglia, TestHub.Note("Altrove", Status.Draft, """{ "costoOra": 12 }"""));

        Assert.Equal(IssueKind.Unknown, Assert.Single(outcome.Issues).Kind);
    }

    [Theory]
    [InlineData("""{ "nota": [{ "name": "title", "kindId": "number", "label": "Titolo" }] }""")]
    [InlineData("""{ "nota": [{ "name": "../x", "kindId": "text", "label": "X" }] }""")]
    [InlineData("""{ "nota": [{ "name": "x", "kindId": "niente", "label": "X" }] }""")]
    [InlineData("""{ "nota": [{ "name": "x" }], "altro": 3 }""")]
    [InlineData("""[1, 2]""")]
    public async Task WhatCannotBeAFieldIsLeftOutAndTheTypeWorks(string fields)
    {
        await Add(fields);

        await Hub.Publish(Hub.Toscana, "Una nota");

        Assert.Equal("Una nota", await Hub.Titles(Hub.Toscana, new()));
    }

    private async Task Add(string fields) => Assert.True(await Hub.Regions.Update("toscana", definition => definition with
    {
        Settings = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["fields"] = JsonDocument.Parse(fields).RootElement },
    }, "settings.saved fields"));
}

public sealed class AddedFieldOnSqlite() : AddedFieldTests(false);

public sealed class AddedFieldOnPostgres() : AddedFieldTests(true);
