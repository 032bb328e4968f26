using System.Net;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Hub.Content.Items;
using Hub.Content.Media;
using Hub.Content.Storage;
using Hub.Content.Tests.Media;
using Hub.Contributions.Contributors;
using Hub.Contributions.Proposals;
using Hub.Contributions.Review;
using Hub.Contributions.Tables;
using Hub.Web.Media;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Contributions;

/// <summary>The acts and pictures of a proposal: checked as the library's own, seen by nobody before their practice is published.</summary>
[Collection(nameof(ContributionPortal))]
public sealed class AttachmentTests(OwnPortal own)
{
    private readonly Portal portal = own.Portal;

    [Fact]
    public async Task AnActAndAPictureWaitUnseenAndArePublishedWithThePractice()
    {
        using var proposer = new Proposer(portal);
        using var stranger = new Proposer(portal);
        var id = await proposer.Ready("Con allegati");
        Assert.Equal(HttpStatusCode.Found, (await proposer.Upload(id, Samples.Pdf())).Status);
        Assert.Equal(HttpStatusCode.Found, (await proposer.Upload(id, Samples.TalkativeJpeg(), "tavolo.jpg", "immagine", "Venti persone attorno a tre tavoli", "CC-BY-4.0")).Status);
        var files = await Held(id);

        Assert.Contains("Determina di avvio", (await proposer.Get($"/proponi/{id}/allegati")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await proposer.Get($"/proponi/{id}/allegati/{files[0].Id}")).Status);
        foreach (var file in files)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get("/" + MediaPath.Of(file.Id, file.Name))).Status);
            Assert.Equal(404, await Seen(file, Roles.Reviewer)); // nothing was sent
        }

        var sent = await proposer.SendIt(id);
        Assert.True(sent.Status == HttpStatusCode.Found, sent.Words);
        Assert.Equal((200, 404, 404), (await Seen(files[0], Roles.Reviewer), await Seen(files[0], Roles.Editor), await Seen(files[0], Roles.Contributor)));
        Assert.Equal(404, await Seen(files[0], Roles.Reviewer, "puglia"));
        Assert.DoesNotContain(await Library(), file => file.Id == files[0].Id);
        Assert.True((await portal.Decide(id, Office.Second)).Succeeded);

        var text = await portal.Text(id);
        Assert.Equal($"media/{files[0].Id}/determina.pdf", text["acts"]![0]!["file"]!["path"]!.ToString());
        Assert.Equal("Venti persone attorno a tre tavoli", text["media"]![0]!["image"]!["alt"]!.ToString());
        foreach (var file in files)
            Assert.Equal(HttpStatusCode.OK, (await stranger.Get("/" + MediaPath.Of(file.Id, file.Name))).Status);
        var page = await stranger.Get("/pratiche/" + (await portal.Item(id)).Slug);
        Assert.Contains("Determina di avvio", page.Words, StringComparison.Ordinal);
        var stored = (await Library()).Single(file => file.Id == files[0].Id);
        Assert.Equal(("pubblico-dominio", "Ufficio di prova", false), (stored.Licence, stored.Credit, stored.IsRestricted));
    }

    [Fact]
    public async Task ThePreviewShowsWhoeverProposesTheirOwnFiles()
    {
        using var proposer = new Proposer(portal);
        using var stranger = new Proposer(portal);
        var id = await proposer.Ready("Anteprima con allegati");
        await proposer.Upload(id, Samples.Pdf());
        await proposer.Upload(id, Samples.TalkativeJpeg(), "tavolo.jpg", "immagine", "Tre tavoli", "CC-BY-4.0");

        var preview = (await proposer.Get($"/proponi/{id}/anteprima")).Page;
        var picture = preview.QuerySelector("main figure img")!.GetAttribute("src")!;
        var act = preview.QuerySelector("main .documents a")!.GetAttribute("href")!;

        foreach (var address in new[] { picture, act })
        {
            Assert.Equal(HttpStatusCode.OK, (await proposer.Get(address["/toscana".Length..])).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(address["/toscana".Length..])).Status);
        }
    }

    [Fact]
    public async Task AWindowThatStayedOpenDropsNoActThatCameMeanwhile()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Ready("Due finestre");
        await proposer.Upload(id, Samples.Pdf("uno"), description: "Primo atto");
        var shown = (await proposer.Get($"/proponi/{id}/percorso")).Page.QuerySelector($"[name={PracticeProposals.FilesShown}]")!.GetAttribute("value")!;
        var first = Assert.Single(await Held(id));
        await proposer.Upload(id, Samples.Pdf("due"), description: "Secondo atto");

        await proposer.Post($"/proponi/{id}/percorso", (PracticeProposals.FilesShown, shown), ("acts[0].title", "Primo atto, corretto"), ("acts[0].kind", "determina"), ("acts[0].file.path", MediaPath.Of(first.Id, first.Name)));
        Assert.Equal(["Primo atto, corretto", "Secondo atto"], await Acts());
        await proposer.Post($"/proponi/{id}/percorso", (PracticeProposals.FilesShown, shown));
        Assert.Equal(["Secondo atto"], await Acts()); // what it was shown with was taken out

        async Task<IEnumerable<string?>> Acts() => (await proposer.Get($"/proponi/{id}/percorso")).Page.QuerySelectorAll("[name^=acts][name$='].title']").Select(input => input.GetAttribute("value")).Where(title => title is { Length: > 0 });
    }

    [Fact]
    public async Task HostileFilesAreRefusedBesideTheFieldAndNothingIsStored()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Ready("File ostili");
        (byte[] File, string Name)[] hostile =
        [
            (Samples.Png(), "avviso.pdf"), ("MZ\0\0 this is a program"u8.ToArray(), "avviso.pdf"), ("<html><script>alert(1)</script></html>"u8.ToArray(), "avviso.txt"), ("%PDF-1.4"u8.ToArray(), "avviso.pdf.exe"),
            (Samples.Bomb(60), "avviso.docx"), (Samples.Nested(6), "avviso.docx"), (Samples.PngOf(60_000, 60_000), "grande.png"), ([], "vuoto.pdf"), (new byte[ProposalFiles.LargestFile + 1], "enorme.pdf"),
            ("<svg xmlns='http://www.w3.org/2000/svg'><!DOCTYPE"u8.ToArray(), "disegno.svg"),
        ];

        foreach (var (file, name) in hostile)
        {
            var answer = await proposer.Upload(id, file, name);
            Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, $"{name}: {answer.Status} {answer.Words}");
            Assert.NotNull(answer.Page.QuerySelector("#campo-file-errore"));
            Assert.Equal("Determina di avvio", answer.Page.QuerySelector("#campo-descrizione")!.GetAttribute("value"));
        }

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await proposer.Upload(id, new byte[4 * ProposalFiles.LargestFile], "enorme.pdf")).Status);
        Assert.Empty(await Held(id));
        Assert.Contains("File ostili", (await proposer.Get($"/proponi/{id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsSaidOfAFileIsAskedForAndScriptInItIsText()
    {
        const string Script = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        using var proposer = new Proposer(portal);
        var id = await proposer.Ready("Descrizioni");

        foreach (var (name, kind, description, licence, field) in new[]
        {
            ("", "determina", "Titolo", "pubblico-dominio", "file"), ("a.pdf", "", "Titolo", "pubblico-dominio", "tipo"), ("a.pdf", "inventato", "Titolo", "pubblico-dominio", "tipo"),
            ("a.pdf", "determina", "", "pubblico-dominio", "descrizione"), ("a.pdf", "determina", "Titolo", "mia", "licenza"), ("a.pdf", "immagine", "Titolo", "CC-BY-4.0", "tipo"),
        })
        {
            var answer = await proposer.Upload(id, Samples.Pdf(), name, kind, description, licence);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.True(answer.Page.QuerySelector($"#campo-{field}-errore") is not null, $"{field}: {answer.Words}");
        }

        Assert.Empty(await Held(id));
        Assert.Equal(HttpStatusCode.Found, (await proposer.Upload(id, "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' onload='alert(1)'><script>alert(1)</script><rect width='9' height='9'/></svg>"u8.ToArray(), "disegno.svg", "immagine", Script)).Status);
        var drawing = Assert.Single(await Held(id));
        Assert.DoesNotContain("alert", (await proposer.Get($"/proponi/{id}/allegati/{drawing.Id}")).Html, StringComparison.Ordinal);
        await proposer.Post($"/proponi/{id}/riuso", ("media[0].caption", "Una didascalia senza la sua immagine"));
        Assert.Equal(HttpStatusCode.OK, (await proposer.Get($"/proponi/{id}/anteprima")).Status);
        foreach (var path in new[] { "/allegati", "/riuso", "/anteprima", "" })
            Assert.Empty((await proposer.Get($"/proponi/{id}{path}")).Page.QuerySelectorAll("[onerror], [onload]"));
    }

    [Fact]
    public async Task NobodySeesTouchesOrNamesTheFilesOfOthers()
    {
        using var owner = new Proposer(portal);
        using var thief = new Proposer(portal);
        var id = await owner.Ready("Con un atto mio");
        await owner.Upload(id, Samples.Pdf("segreto"));
        var file = Assert.Single(await Held(id));
        var other = await thief.Ready("Senza atti");

        foreach (var path in new[] { $"/proponi/{id}/allegati", $"/proponi/{id}/allegati/{file.Id}", $"/proponi/{other}/allegati/{file.Id}", $"/media/{file.Id}/{file.Name}", $"/media/{file.Id}/x" })
            Assert.Equal(HttpStatusCode.NotFound, (await thief.Get(path)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.Upload(id, Samples.Pdf())).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.Post($"/proponi/{id}/allegati/{file.Id}/togli")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await thief.Post($"/proponi/{other}/allegati/{file.Id}/togli")).Status);
        await thief.Post($"/proponi/{other}/percorso", ("acts[0].title", "Preso"), ("acts[0].file.path", $"media/{file.Id}/{file.Name}"));
        Assert.DoesNotContain("Determina di avvio", (await thief.Get($"/proponi/{other}/anteprima")).Html, StringComparison.Ordinal);
        var sent = await thief.SendIt(other);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains("non è della tua proposta", sent.Words, StringComparison.Ordinal);
        Assert.Equal(id, Assert.Single(await Held(id)).HeldFor);
        using var nobody = new Proposer(portal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Upload(id, Samples.Pdf())).Status);
    }

    [Fact]
    public async Task OfOneProposalOneContributorAndOneRegionThereIsNoMoreThanTheirShare()
    {
        using var proposer = new Proposer(portal, "emilia-romagna");
        var id = await proposer.Ready("Troppi file");
        for (var number = 0; number < ProposalFiles.MostOfProposal; number++)
            Assert.Equal(HttpStatusCode.Found, (await proposer.Upload(id, Samples.Pdf($"{number}"))).Status);
        Assert.Contains("Una proposta può avere al massimo", (await proposer.Upload(id, Samples.Pdf("ancora"))).Words, StringComparison.Ordinal);

        var second = await proposer.Begin("Un’altra");
        await portal.Db(async db => await db.Set<MediaVersionRow>().Where(row => row.FileId == db.Set<MediaFileRow>().First(file => file.HeldFor == id).Id)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.StoredSize, ProposalFiles.BytesOfContributor)));
        Assert.Contains("Nelle tue proposte ci sono già troppi file", (await proposer.Upload(second, Samples.Pdf("altro"))).Words, StringComparison.Ordinal);

        await portal.Regions.Update("emilia-romagna", definition => definition with
        {
            Settings = new Dictionary<string, JsonElement>(definition.Settings, StringComparer.Ordinal) { ["media"] = JsonSerializer.SerializeToElement(new { quota = 0.001 }) },
        }, "prova", Office.Cancel);
        using var another = new Proposer(portal, "emilia-romagna");
        Assert.Contains("non ha più posto", (await another.Upload(await another.Ready("Senza posto"), Samples.Pdf())).Words, StringComparison.Ordinal);
        await portal.Regions.Update("emilia-romagna", definition => definition with { Settings = new Dictionary<string, JsonElement>(definition.Settings.Where(pair => pair.Key != "media"), StringComparer.Ordinal) }, "prova", Office.Cancel);
    }

    [Fact]
    public async Task FilesGoWithTheDraftThatIsDroppedErasedOrForgotten()
    {
        using var proposer = new Proposer(portal);
        var dropped = await proposer.Ready("Eliminata");
        await proposer.Upload(dropped, Samples.Pdf("a"));
        var erased = await proposer.Begin("Cancellata");
        await proposer.Upload(erased, Samples.Pdf("b"));
        var file = Assert.Single(await Held(erased));
        Assert.Contains("determina.pdf", (await proposer.Get("/proponi/dati")).Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await proposer.Post($"/proponi/{dropped}/elimina", ("conferma", "true"))).Status);
        Assert.Empty(await Held(dropped));
        Assert.Equal(HttpStatusCode.OK, (await proposer.Post("/proponi/cancella")).Status);

        Assert.Empty(await Held(erased));
        Assert.False(await portal.Db(db => db.Set<MediaVersionRow>().AnyAsync(row => row.FileId == file.Id)));

        using var other = new Proposer(portal);
        var refused = await other.Ready("Non accolta");
        await other.Upload(refused, Samples.Pdf("c"));
        await other.SendIt(refused);
        Assert.True((await portal.In("toscana", (services, _) => services.GetRequiredService<ItemWriter>().Move(refused, Status.Withdrawn, null, Office.Second, "Fuori tema.", cancel: Office.Cancel))).Succeeded);
        await Forget(TimeSpan.FromDays(20));
        Assert.Single(await Held(refused));
        await Forget(TimeSpan.FromDays(31));
        Assert.Empty(await Held(refused));
    }

    [Fact]
    public async Task AFileTakenOutIsGoneOrWhenAVersionNamesItIsNotPublished()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Ready("Un atto in meno");
        await proposer.Upload(id, Samples.Pdf("uno"), description: "Primo atto");
        await proposer.Upload(id, Samples.Pdf("due"), description: "Secondo atto");
        var files = await Held(id);

        Assert.Equal(HttpStatusCode.Found, (await proposer.Post($"/proponi/{id}/allegati/{files[1].Id}/togli")).Status);
        Assert.Single(await Held(id));
        Assert.DoesNotContain("Secondo atto", (await proposer.Get($"/proponi/{id}/percorso")).Html, StringComparison.Ordinal);
        await proposer.SendIt(id);
        Assert.Equal(HttpStatusCode.Conflict, (await proposer.Upload(id, Samples.Pdf("tre"))).Status); // it is with the region now
        Assert.True((await portal.Decide(id, Office.Second, assents: false, reason: "L’atto non è quello.")).Succeeded);
        Assert.Equal(HttpStatusCode.Found, (await proposer.Post($"/proponi/{id}/allegati/{files[0].Id}/togli")).Status);
        Assert.Contains("non lo cita più", (await proposer.Get($"/proponi/{id}/allegati")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await proposer.SendIt(id)).Status);
        Assert.True((await portal.Decide(id, Office.Second)).Succeeded);

        Assert.False(await portal.Db(db => db.Set<MediaFileRow>().AnyAsync(row => row.Id == files[0].Id)));
    }

    [Fact]
    public async Task WhatOnePracticeTakesOverFromAnotherIsPublishedWithIt()
    {
        using var one = new Proposer(portal);
        using var two = new Proposer(portal);
        var kept = await one.Sent("Resta e prende gli atti");
        var other = await two.Ready("Dà gli atti");
        await two.Upload(other, Samples.Pdf("da unire"));
        await two.SendIt(other);
        var file = Assert.Single(await Held(other));

        Assert.True((await portal.In("toscana", async (services, _) =>
        {
            var duplicates = services.GetRequiredService<Duplicates>();
            return await duplicates.Merge((await duplicates.Find(kept, other, Office.Cancel))!, new Dictionary<string, string> { ["acts"] = Duplicates.Other }, Office.Second, Office.Cancel);
        })).Succeeded);
        Assert.True((await portal.Decide(kept, Office.Reviewer)).Succeeded);

        using var reader = new Proposer(portal);
        Assert.Equal(HttpStatusCode.OK, (await reader.Get("/" + MediaPath.Of(file.Id, file.Name))).Status);
    }

    private Task<IReadOnlyList<MediaFileRow>> Held(Guid id) => portal.Db<IReadOnlyList<MediaFileRow>>(async db =>
        await db.Set<MediaFileRow>().AsNoTracking().Where(row => row.HeldFor == id).OrderBy(row => row.ChangedAt).ToListAsync(Office.Cancel));

    private Task<IReadOnlyList<MediaFileRow>> Library() => portal.In("toscana", async (services, _) => (await services.GetRequiredService<MediaList>().Page(new MediaQuery { Size = 1000 }, Office.Cancel)).Files);

    private Task<bool> Forget(TimeSpan later) => portal.In("toscana", async (services, region) =>
    {
        await ActivatorUtilities.CreateInstance<ForgetContributors>(services, (TimeProvider)new ShiftedClock(later)).Run(region, Office.Cancel);
        return true;
    });

    /// <summary>What somebody with a role in a region is answered who asks for the file's address.</summary>
    private async Task<int> Seen(MediaFileRow file, string role, string region = "toscana")
    {
        var person = new User { Id = Guid.NewGuid(), UserName = $"{Guid.NewGuid():N}@example.org", Email = "x@example.org", EmailConfirmed = true };
        await portal.Db(async db =>
        {
            db.Users.Add(person);
            db.Memberships.Add(new MembershipRow { UserId = person.Id, Region = region, Role = role });
            return await db.SaveChangesAsync();
        });
        var claims = new ClaimsIdentity([new Claim(ClaimTypes.Name, person.UserName!), new Claim(ClaimTypes.NameIdentifier, person.Id.ToString())], "prova");
        return await portal.In("toscana", async (services, _) =>
        {
            var controller = ActivatorUtilities.CreateInstance<MediaController>(services);
            controller.ControllerContext = new ControllerContext { HttpContext = new DefaultHttpContext { User = new ClaimsPrincipal(claims), RequestServices = services } };
            switch (await controller.Send(file.Id, file.Name, Office.Cancel))
            {
                case FileStreamResult content:
                    await content.FileStream.DisposeAsync();
                    return 200;
                case NotFoundResult:
                    return 404;
                default:
                    return 0;
            }
        });
    }
}
