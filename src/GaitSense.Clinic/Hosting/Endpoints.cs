using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GaitSense.Core;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace GaitSense.Clinic.Hosting;

/// <summary>Where the server listens, and by which names it is called.</summary>
internal static class Endpoints
{
    // What a browser here calls this computer. A foreign name that leads here (DNS rebinding) is refused.
    private static readonly string[] OwnNames = ["localhost", "127.0.0.1", "[::1]"];

    private const long MostBodyBytes = 1_000_000;

    /// <summary>Listens: on this computer alone, or where an option opens it.</summary>
    public static void Listen(KestrelServerOptions kestrel, ClinicOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MostBodyBytes;
        if (options.Listen is not { } address || IPAddress.IsLoopback(address))
        {
            if (options.Certificate is { } own) ListenHere(kestrel, options.Port, Certificate(own));
            else ListenHere(kestrel, options.Port, certificate: null);
            return;
        }

        if (options.Certificate is null && !options.InsecureLan) throw new GaitSenseException($"{address} is reached by others: give --cert FILE for TLS, or --insecure-lan, where only walkers sign in");
        X509Certificate2? certificate = options.Certificate is { } file ? Certificate(file) : null;
        kestrel.Listen(address, options.Port, listen => Secure(listen, certificate));
    }

    /// <summary>Names that are answered.</summary>
    public static IEnumerable<string> Names(ClinicOptions options)
    {
        IEnumerable<string> names = [.. OwnNames, .. options.Names];
        if (options.Listen is not { } address) return names;
        if (!address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any)) return [.. names, Host(address)];
        return [.. names, .. Dns.GetHostAddresses(Dns.GetHostName()).Select(Host)];
    }

    /// <summary>The address for a person at this computer.</summary>
    public static string AddressOf(IEnumerable<string> urls, ClinicOptions options)
    {
        Uri first = new(urls.First());
        string host = options.Listen is { } address && !IPAddress.IsLoopback(address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any) ? Host(address) : "localhost";
        return string.Create(CultureInfo.InvariantCulture, $"{first.Scheme}://{host}:{first.Port}/");
    }

    private static void ListenHere(KestrelServerOptions kestrel, int port, X509Certificate2? certificate)
    {
        if (port == 0) kestrel.Listen(IPAddress.Loopback, 0, listen => Secure(listen, certificate));
        else kestrel.ListenLocalhost(port, listen => Secure(listen, certificate));
    }

    private static void Secure(ListenOptions listen, X509Certificate2? certificate)
    {
        if (certificate is not null) listen.UseHttps(certificate);
    }

    private static string Host(IPAddress address) => address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{new IPAddress(address.GetAddressBytes())}]" : address.ToString();

    private static X509Certificate2 Certificate(string file)
    {
        try
        {
            return file.EndsWith(".pfx", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".p12", StringComparison.OrdinalIgnoreCase)
                ? X509CertificateLoader.LoadPkcs12FromFile(file, password: null)
                // Windows' TLS takes no key that is in memory alone.
                : X509CertificateLoader.LoadPkcs12(X509Certificate2.CreateFromPemFile(file).Export(X509ContentType.Pkcs12), password: null);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new GaitSenseException($"{OutsideText.Line(file)}: is no certificate with its key: give PEM with both, or PKCS 12 without a password", e);
        }
    }
}
