using Hub.Content.Items;
using Hub.News;
using Modules.Tests.Fixtures;

namespace Modules.Tests.News;

public sealed class RelatedNewsTests
{
    [Fact]
    public void NewsThatShareMostTopicsComeFirstAndTheNewestAmongEquals()
    {
        var news = Told("a", "2026-01-01", "risorse", "norme");

        var related = RelatedNews.Among([Told("old", "2020-01-01", "risorse"), Told("new", "2025-01-01", "risorse"), Told("both", "2019-01-01", "risorse", "norme")], news);

        Assert.Equal(["both", "new", "old"], related.Select(other => other.Title));
    }

    [Fact]
    public void NeitherTheNewsItselfNorOneOnOtherTopicsIsNamed()
    {
        var news = Told("a", "2026-01-01", "risorse");

        Assert.Empty(RelatedNews.Among([news, Told("other", "2026-01-02", "norme")], news));
    }

    private static Item Told(string title, string day, params string[] topics) =>
        Some.Item("notizia", title, new() { ["date"] = day, ["topics"] = Some.List(topics) });
}
