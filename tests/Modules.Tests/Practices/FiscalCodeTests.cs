using Hub.Practices.Organisations;

namespace Modules.Tests.Practices;

public sealed class FiscalCodeTests
{
    [Fact]
    public void TheCodeThatARegionPrintsOnItsPagesIsGood() => Assert.True(FiscalCode.IsValid("80062590379"));

    [Fact]
    public void AnyOneDigitWrittenWronglyIsNoticed()
    {
        const string Code = "80062590379";

        for (var place = 0; place < Code.Length; place++)
        {
            foreach (var digit in "0123456789".Where(digit => digit != Code[place]))
                Assert.False(FiscalCode.IsValid(Code[..place] + digit + Code[(place + 1)..]), $"{digit} at {place}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("8006259037")]
    [InlineData("800.625.903.79")]
    [InlineData("IT80062590379")]
    [InlineData("٨٠٠٦٢٥٩٠٣٧٩")]
    public void WhatIsNotElevenDigitsIsRefused(string typed) => Assert.False(FiscalCode.IsValid(typed));

    [Fact]
    public void APersonsCodeIsToldFromASlip()
    {
        Assert.True(FiscalCode.IsPersonal("AAABBB00A00A000A"));
        Assert.False(FiscalCode.IsPersonal("80062590379"));
        Assert.False(FiscalCode.IsPersonal("8006259037900000"));
    }

    [Theory]
    [InlineData("48125", true)]
    [InlineData("0", false)]
    [InlineData("n. 12", false)]
    [InlineData("12345678", false)]
    public void ANumberOfTheRuntsIsDigitsAlone(string typed, bool expected) => Assert.Equal(expected, RuntsNumber.IsValid(typed));
}
