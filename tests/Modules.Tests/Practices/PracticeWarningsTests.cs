using Hub.Content.Items;
using Hub.Practices.Records;

namespace Modules.Tests.Practices;

public sealed class PracticeWarningsTests
{
    private static readonly Period Autumn = new(new DateOnly(2021, 10, 1), new DateOnly(2021, 12, 31));

    [Fact]
    public void AMeetingBeforeThePeriodIsToldWithItsDay()
    {
        var practice = new Practice { Period = Autumn, Meetings = [new Meeting { Title = "Primo tavolo", When = Utc(9, 29, 14) }] };

        Assert.Equal(["«Primo tavolo» è datato 29 settembre 2021: cade fuori dal periodo dichiarato."], PracticeWarnings.Of(practice));
    }

    [Fact]
    public void TheDayOfAMeetingIsTheOneInRome()
    {
        var practice = new Practice { Period = Autumn, Meetings = [new Meeting { Title = "Veglia", When = Utc(9, 30, 22) }] };

        Assert.Empty(PracticeWarnings.Of(practice)); // half past midnight of the first of October
    }

    [Fact]
    public void AMeetingWithoutADateOrAnOpenPeriodIsNoReasonToWarn()
    {
        var undated = new Practice { Period = Autumn, Meetings = [new Meeting { Title = "Plenaria" }] };
        var open = new Practice { Period = new Period(Autumn.From, null), Meetings = [new Meeting { Title = "Plenaria", When = Utc(12, 1, 9).AddYears(3) }] };

        Assert.Empty(PracticeWarnings.Of(undated));
        Assert.Empty(PracticeWarnings.Of(open));
    }

    [Fact]
    public void AMeetingThatEndsBeforeItBeginsIsTold()
    {
        var practice = new Practice { Meetings = [new Meeting { Title = "Tavolo", When = Utc(11, 3, 15), End = Utc(11, 3, 14) }] };

        Assert.Equal(["«Tavolo» finisce prima di cominciare."], PracticeWarnings.Of(practice));
    }

    [Fact]
    public void ADeadlineAfterThePeriodIsTold()
    {
        var practice = new Practice { Period = Autumn, Deadlines = [new Deadline { What = "Schede", Date = new DateOnly(2022, 1, 1) }] };

        Assert.Equal(["«Schede» scade il 1° gennaio 2022, dopo la fine del periodo dichiarato."], PracticeWarnings.Of(practice));
    }

    private static DateTime Utc(int month, int day, int hour) => new(2021, month, day, hour, 30, 0, DateTimeKind.Utc);
}
