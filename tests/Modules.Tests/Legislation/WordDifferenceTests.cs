using Hub.Legislation.Versions;

namespace Modules.Tests.Legislation;

public sealed class WordDifferenceTests
{
    [Fact]
    public void AChangedWordIsTakenAwayAndAnotherAdded() => Assert.Equal(
        [new TextPart(TextChange.Same, "entro "), new TextPart(TextChange.Removed, "venti "), new TextPart(TextChange.Added, "trenta "), new TextPart(TextChange.Same, "giorni")],
        WordDifference.Between("entro venti giorni", "entro trenta giorni"));

    [Fact]
    public void EqualTextsHaveOnePartAndEmptyOnesNone()
    {
        Assert.Equal([new TextPart(TextChange.Same, "uguale a prima")], WordDifference.Between("uguale a prima", "uguale a prima"));
        Assert.Empty(WordDifference.Between("", ""));
        Assert.Equal([new TextPart(TextChange.Added, "nuovo")], WordDifference.Between("", "nuovo"));
        Assert.Equal([new TextPart(TextChange.Removed, "vecchio")], WordDifference.Between("vecchio", ""));
    }

    [Fact]
    public void ThePartsGiveBackBothTextsWhateverTheyAre()
    {
        var random = new Random(7);
        string Text() => string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => random.Next(6) switch { 0 => "\n", 1 => "a ", 2 => "b  ", 3 => "c", 4 => " ", _ => "comma 1, " }));
        for (var i = 0; i < 2_000; i++)
        {
            var (before, after) = (Text(), Text());
            var parts = WordDifference.Between(before, after);
            Assert.Equal(before, string.Concat(parts.Where(part => part.Change != TextChange.Added).Select(part => part.Text)));
            Assert.Equal(after, string.Concat(parts.Where(part => part.Change != TextChange.Removed).Select(part => part.Text)));
        }
    }

    [Fact]
    public void TextsWithoutAWordInCommonAreReplacedQuickly()
    {
        var before = string.Join(' ', Enumerable.Range(0, 50_000).Select(i => $"a{i}"));
        var after = string.Join(' ', Enumerable.Range(0, 50_000).Select(i => $"b{i}"));

        Assert.Equal([TextChange.Removed, TextChange.Added], WordDifference.Between(before, after).Select(part => part.Change));
    }
}
