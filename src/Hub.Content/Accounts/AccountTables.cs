using Hub.Content.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Accounts;

/// <summary>The tables of accounts beside Identity's own.</summary>
internal static class AccountTables
{
    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<SessionRow>(session =>
        {
            session.ToTable("Sessions");
            session.HasIndex(row => row.UserId);
        });
        builder.Entity<InvitationRow>(invitation =>
        {
            invitation.ToTable("Invitations");
            invitation.HasIndex(row => row.TokenHash).IsUnique();
            invitation.HasIndex(row => new { row.Region, row.Email }).IsUnique();
        });
        builder.Entity<ProtectionKeyRow>(key =>
        {
            key.ToTable("ProtectionKeys");
            key.HasKey(row => row.Name);
        });
        builder.Entity<MembershipRow>().HasIndex(row => new { row.Region, row.Role });

        // Identity's later schemas shorten columns that the first migration made without a limit.
        builder.Entity<User>().Property(user => user.PhoneNumber).Metadata.SetMaxLength(null);
        builder.Entity<IdentityUserLogin<Guid>>().Property(login => login.LoginProvider).Metadata.SetMaxLength(null);
        builder.Entity<IdentityUserLogin<Guid>>().Property(login => login.ProviderKey).Metadata.SetMaxLength(null);
        builder.Entity<IdentityUserToken<Guid>>().Property(token => token.LoginProvider).Metadata.SetMaxLength(null);
        builder.Entity<IdentityUserToken<Guid>>().Property(token => token.Name).Metadata.SetMaxLength(null);
    }
}
