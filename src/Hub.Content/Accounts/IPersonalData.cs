using System.Text.Json.Nodes;
using Hub.Kernel.Extensions;

namespace Hub.Content.Accounts;

/// <summary>
/// Tells what a part of the hub holds of somebody who has an account, and lets it be given another name or be forgotten.
/// </summary>
[ExtensionPoint]
public interface IPersonalData
{
    /// <summary>Stands in the export beside <see cref="Held"/>.</summary>
    string Name { get; }

    /// <summary>What is held, for the person to read; null for nothing.</summary>
    Task<JsonNode?> Held(AccountOwner person, CancellationToken cancel);

    /// <summary>Puts another account name in place of the former wherever it says who did something; in the caller's transaction.</summary>
    Task Rename(string former, string name, CancellationToken cancel);

    /// <summary>Deletes what is of use to the person alone; in the caller's transaction, before the name is replaced by a pseudonym.</summary>
    Task Forget(AccountOwner person, CancellationToken cancel);
}

/// <summary>Somebody who has an account.</summary>
/// <param name="Name">The account name, which stands wherever they did something.</param>
public sealed record AccountOwner(Guid Id, string Name);
