using System.Net;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// The account on a machine or a proxy. Whatever is written of it, to a log, as JSON or by <see cref="ToString"/>, shows no password. Immutable.
/// </summary>
/// <example>
/// <code>
/// var options = new CimBackendOptions { Credential = new CimAccount { Domain = "CONTOSO", UserName = "admin", Password = password } };
/// </code>
/// </example>
public sealed class CimAccount
{
    /// <summary>The name of the user: <c>admin</c>, or <c>admin@contoso.com</c> without a domain.</summary>
    /// <value>Default: empty, which is not valid.</value>
    public string UserName { get; init; } = "";

    /// <summary>The domain, or the name of the machine for a local account; empty if there is no domain.</summary>
    /// <value>Default: empty.</value>
    public string Domain { get; init; } = "";

    /// <summary>The password; null is an empty password.</summary>
    /// <value>Default: null.</value>
    public CimSecret? Password { get; init; }

    /// <summary>Takes an account over. Null gives null.</summary>
    /// <param name="credential">The account; its password is copied.</param>
    public static implicit operator CimAccount?(NetworkCredential? credential) => credential is null
        ? null
        : new CimAccount { UserName = credential.UserName, Domain = credential.Domain, Password = credential.Password };

    /// <summary>Returns the account with its password, for an API that takes it so.</summary>
    public NetworkCredential ToNetworkCredential() => new(UserName, Password?.Reveal() ?? "", Domain);

    /// <summary>Returns the domain and the name of the user, without the password.</summary>
    public override string ToString() => ReadableText.Of(string.IsNullOrEmpty(Domain) ? UserName : $@"{Domain}\{UserName}");
}
