using Hub.Content.Accounts;

namespace Hub.Content.Tests.Accounts;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd2026!")]
    [InlineData("Juventus1897!!")]
    [InlineData("forzamilan2024")]
    [InlineData("qwertyuiop123")]
    [InlineData("123456789012")]
    [InlineData("aaaaaaaaaaaaaaa")]
    [InlineData("ciaociaociao")]
    [InlineData("1q2w3e4r5t6y")]
    [InlineData("Benvenuto.2026")]
    [InlineData("ti.amo.francesca")]
    public void WhatAttackersTryFirstIsKnownInEveryVariety(string password) => Assert.True(PasswordRules.IsKnown(password));

    [Theory]
    [InlineData("una lunga frase segreta")]
    [InlineData("sette gatti sotto il glicine")]
    [InlineData("Tk7-wzPq0-aVn")]
    [InlineData("lampadario mercoledì 12 zucche")]
    public void ASentenceOfOnesOwnIsNot(string password) => Assert.False(PasswordRules.IsKnown(password));
}
