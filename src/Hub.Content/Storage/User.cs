using Microsoft.AspNetCore.Identity;

namespace Hub.Content.Storage;

/// <summary>Somebody who can sign in.</summary>
public sealed class User : IdentityUser<Guid>;
