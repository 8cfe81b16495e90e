using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace GaitSense.Clinic.Accounts.Keys;

/// <summary>Decrypts the keys of cookies; made by the framework, which names it beside each key.</summary>
/// <param name="services">Where the key is.</param>
internal sealed class KeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc/>
    public XElement Decrypt(XElement encryptedElement)
    {
        ArgumentNullException.ThrowIfNull(encryptedElement);
        return XElement.Parse(Encoding.UTF8.GetString(services.GetRequiredService<KeyLock>().Open(Convert.FromBase64String(encryptedElement.Value))));
    }
}
