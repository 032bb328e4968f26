using System.Xml.Linq;
using Hub.Content.Accounts;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Storage;

/// <summary>
/// Keeps the keys that protect cookies and tokens in the database, so that every node reads what another wrote. Whoever can
/// read the database, or its backup, can make cookies.
/// </summary>
public sealed class KeyStore(IServiceScopeFactory scopes, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var keys = scope.ServiceProvider.GetRequiredService<HubDb>().Set<ProtectionKeyRow>().AsNoTracking().Select(row => row.Xml).ToList();
        return [.. keys.Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        db.Add(new ProtectionKeyRow { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting), At = clock.GetUtcNow().UtcDateTime });
        db.SaveChanges();
    }

    /// <summary>Takes in keys that an earlier version wrote as files, so that nobody is signed out by the upgrade.</summary>
    /// <param name="folder">May be absent. The files stay.</param>
    /// <returns>How many were taken in.</returns>
    public async Task<int> TakeIn(string folder, CancellationToken cancel = default)
    {
        if (!Directory.Exists(folder))
            return 0;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        var known = await db.Set<ProtectionKeyRow>().Select(row => row.Name).ToListAsync(cancel);
        foreach (var file in Directory.EnumerateFiles(folder, "*.xml").Where(file => !known.Contains(Path.GetFileNameWithoutExtension(file))))
        {
            var xml = XElement.Parse(await File.ReadAllTextAsync(file, cancel));
            db.Add(new ProtectionKeyRow { Name = Path.GetFileNameWithoutExtension(file), Xml = xml.ToString(SaveOptions.DisableFormatting), At = clock.GetUtcNow().UtcDateTime });
        }

        return await db.SaveChangesAsync(cancel);
    }
}
