using Hub.Content.Items;
using Hub.Content.Tests.Support;

namespace Hub.Content.Tests.Items;

public abstract class AddressTests(bool isPostgres) : OnDatabase(isPostgres)
{
    [Fact]
    public async Task EqualTitlesGetAddressesOfTheirOwn()
    {
        await Hub.Publish(Hub.Toscana, "Perché co-progettare?");
        await Hub.Publish(Hub.Toscana, "Perché co-progettare?");

        var first = await Hub.At(Hub.Toscana, "note", "perche-co-progettare");
        var second = await Hub.At(Hub.Toscana, "note", "perche-co-progettare-2");

        Assert.NotNull(first.Item);
        Assert.NotNull(second.Item);
    }

    [Fact]
    public async Task AFormerAddressLeadsToThePresentOne()
    {
        var id = await Hub.Publish(Hub.Toscana, "Vecchia");
        await Hub.Save(Hub.Toscana, TestHub.Note("Vecchia", Status.Published) with { Id = id, Slug = "media" });
        await Hub.Save(Hub.Toscana, TestHub.Note("Vecchia", Status.Published) with { Id = id, Slug = "nuova" });

        Assert.Equal((null, "note/nuova"), await Hub.At(Hub.Toscana, "note", "vecchia"));
        Assert.Equal((null, "note/nuova"), await Hub.At(Hub.Toscana, "note", "media"));
        Assert.Equal(id, (await Hub.At(Hub.Toscana, "note", "nuova")).Item!.Id);
    }

    [Fact]
    public async Task AFormerAddressMayBeTakenByAnotherItem()
    {
        var id = await Hub.Publish(Hub.Toscana, "Prima");
        await Hub.Save(Hub.Toscana, TestHub.Note("Prima", Status.Published) with { Id = id, Slug = "altrove" });

        var other = await Hub.Publish(Hub.Toscana, "Prima");

        Assert.Equal(other, (await Hub.At(Hub.Toscana, "note", "prima")).Item!.Id);
    }

    [Fact]
    public async Task AnAddressThatIsTakenOrCannotBeOneIsRefused()
    {
        await Hub.Publish(Hub.Toscana, "Presa");
        await Hub.Publish(Hub.Nazionale, "Nazionale");

        var taken = await Hub.Save(Hub.Toscana, TestHub.Note("Altra") with { Slug = "presa" });
        var shadow = await Hub.Save(Hub.Toscana, TestHub.Note("Altra") with { Slug = "nazionale" });
        var hostile = await Hub.Save(Hub.Toscana, TestHub.Note("Altra") with { Slug = "../fuori" });

        Assert.Equal("Invalid: slug: L'indirizzo “presa” è già di un altro contenuto.", taken.ToString());
        Assert.Equal(OutcomeKind.Invalid, shadow.Kind);
        Assert.Equal("Invalid: slug: “../fuori” non può stare in un indirizzo: usa lettere minuscole, cifre e trattini.", hostile.ToString());
    }

    [Fact]
    public async Task ARegionInheritsHidesOverridesAndGivesBack()
    {
        var id = await Hub.Publish(Hub.Nazionale, "Guida");

        var inherited = await Hub.At(Hub.Toscana, "note", "guida");
        var own = await Hub.Publish(Hub.Toscana, "Guida toscana", overrides: id);
        var overridden = await Hub.At(Hub.Toscana, "note", "guida");
        var elsewhere = await Hub.At(Hub.Puglia, "note", "guida");
        await Hub.Move(Hub.Toscana, own, Status.Withdrawn);
        var back = await Hub.At(Hub.Toscana, "note", "guida");
        var hiding = await Hub.Save(Hub.Puglia, new ItemDraft { Type = "nota", Data = [], Overrides = id, IsHidden = true, Status = Status.Published });
        var hidden = await Hub.At(Hub.Puglia, "note", "guida");
        var titles = await Hub.Titles(Hub.Puglia, new());

        Assert.Equal("Guida", inherited.Item!.Title);
        Assert.Equal("Guida toscana", overridden.Item!.Title);
        Assert.Equal("Guida", elsewhere.Item!.Title);
        Assert.Equal("Guida", back.Item!.Title);
        Assert.Equal(OutcomeKind.Done, hiding.Kind);
        Assert.Equal((null, null), hidden);
        Assert.Equal("", titles);
    }

    [Fact]
    public async Task TheAddressOfAnOverriddenItemLeadsToItsReplacement()
    {
        var id = await Hub.Publish(Hub.Nazionale, "Guida");
        await Hub.Save(Hub.Toscana, TestHub.Note("Nostra", Status.Published) with { Overrides = id, Slug = "nostra" });

        var found = await Hub.At(Hub.Toscana, "note", "guida");

        Assert.Equal((null, "note/nostra"), found);
        Assert.Equal("Nostra", await Hub.Titles(Hub.Toscana, new()));
    }

    [Fact]
    public async Task OnlyANationalItemCanBeOverriddenAndOnlyOnce()
    {
        var national = await Hub.Publish(Hub.Nazionale, "Guida");
        var regional = await Hub.Publish(Hub.Puglia, "Pugliese");
        await Hub.Publish(Hub.Toscana, "Prima", overrides: national);

        var twice = await Hub.Save(Hub.Toscana, TestHub.Note("Seconda") with { Overrides = national });
        var foreign = await Hub.Save(Hub.Toscana, TestHub.Note("Terza") with { Overrides = regional });
        var atHome = await Hub.Save(Hub.Nazionale, TestHub.Note("Quarta") with { Overrides = national });

        Assert.Equal("Invalid: overrides: Un altro contenuto della regione sostituisce già quello nazionale.", twice.ToString());
        Assert.Equal(OutcomeKind.Invalid, foreign.Kind);
        Assert.Equal(OutcomeKind.Invalid, atHome.Kind);
    }

    [Fact]
    public async Task AnEditorCannotHideWhatReadersSee()
    {
        var national = await Hub.Publish(Hub.Nazionale, "Guida");
        var own = await Hub.Publish(Hub.Toscana, "Nostra", overrides: national);

        var outcome = await Hub.Save(
            Hub.Toscana, new ItemDraft { Type = "nota", Data = [], Id = own, Overrides = national, IsHidden = true }, TestHub.Editor);

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
        Assert.Equal("Nostra", await Hub.Titles(Hub.Toscana, new()));
    }
}

public sealed class AddressOnSqlite() : AddressTests(false);

public sealed class AddressOnPostgres() : AddressTests(true);
