using System.Net;
using System.Net.Sockets;

namespace OfflineFiles.Sdk.Cim.Sessions.Text;

/// <summary>What can be the name or the address of a machine. A text that cannot be one may hold a password, so a fault quotes nothing of it.</summary>
internal static class HostSyntax
{
    /// <summary>Whether a text is a name, an address of IPv4 or an address of IPv6, without brackets.</summary>
    public static bool IsHost(string text) => text.Contains(':') ? IsIPv6(text) : text.Length > 0 && text.All(IsOfName);

    /// <summary>What is wrong with a text that cannot name a machine, and what to write instead.</summary>
    /// <param name="text">The text.</param>
    /// <param name="holder">What holds it, as the subject of a sentence.</param>
    /// <param name="user">How a user is given.</param>
    /// <param name="port">How a port and an address of IPv6 are given.</param>
    /// <param name="isNone">That the text is no name.</param>
    public static string Fault(string text, string holder, string user, string port, string isNone)
    {
        if (text.Contains('@') || SecretWords.AreIn(text)) return $"{holder} names a user or a password with the machine. {user}";
        return text.Contains(':') && !text.Contains('[')
            ? $"{holder} has a colon in the name of the machine. {port}"
            : $"{isNone} Write its name or address, without slashes, user or spaces.";
    }

    // A scope stands behind a percent sign. It is a number or the name of an interface, which not every runtime reads; and a runtime reads brackets.
    private static bool IsIPv6(string text)
    {
        var scope = text.IndexOf('%');
        var digits = scope < 0 ? text : text.Substring(0, scope);
        return digits.All(c => c is ':' or '.' || Uri.IsHexDigit(c))
            && IPAddress.TryParse(digits, out var address)
            && address.AddressFamily == AddressFamily.InterNetworkV6
            && (scope < 0 || (scope + 1 < text.Length && text.Skip(scope + 1).All(IsOfName)));
    }

    private static bool IsOfName(char character) => char.IsLetterOrDigit(character) || character is '-' or '_' or '.';
}
