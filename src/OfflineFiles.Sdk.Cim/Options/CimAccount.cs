using System.Net;
using System.Runtime.Serialization;
using OfflineFiles.Sdk.Cim.Options;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// The account on a machine or a proxy. Whatever is written of it, to a log, as JSON or by <see cref="ToString"/>, shows no password.
/// </summary>
/// <example>
/// <code>
/// var options = new CimBackendOptions { Credential = new CimAccount { Domain = "CONTOSO", UserName = "admin", Password = password } };
/// </code>
/// </example>
public sealed class CimAccount
{
    /// <summary>
    /// The name of the user: <c>admin</c>, or <c>admin@contoso.com</c> without a domain. It has none of the characters that Windows allows in no
    /// name of an account.
    /// </summary>
    /// <value>Default: empty, which is not valid.</value>
    public string UserName { get; set; } = "";

    /// <summary>The domain, or the name of the machine for a local account; empty if there is no domain.</summary>
    /// <value>Default: empty.</value>
    public string Domain { get; set; } = "";

    /// <summary>The password; null is an empty password. Serializers do not write it, and do not read it.</summary>
    /// <value>Default: null.</value>
    [JsonIgnore, IgnoreDataMember]
    public CimSecret? Password { get; set; }

    /// <summary>Takes an account over. Null gives null.</summary>
    /// <param name="credential">The account; its password is copied.</param>
    public static implicit operator CimAccount?(NetworkCredential? credential) => credential is null
        ? null
        : new CimAccount { UserName = credential.UserName, Domain = credential.Domain, Password = credential.Password };

    /// <summary>Returns the account with its password, for an API that takes it so.</summary>
    public NetworkCredential ToNetworkCredential() => new(UserName, Password?.Reveal() ?? "", Domain);

    /// <summary>
    /// Returns the domain and the name of the user, without the password; <c>***</c> for a text that is no account, because it may hold one.
    /// </summary>
    public override string ToString()
    {
        var text = AccountSyntax.Join(this);
        return text.Length == 0 || AccountSyntax.IsAccount(text) ? ReadableText.Of(text) : "***";
    }

    internal CimAccount Copy() => new() { UserName = UserName, Domain = Domain, Password = Password };
}
