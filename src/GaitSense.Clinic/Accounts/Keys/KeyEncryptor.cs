using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace GaitSense.Clinic.Accounts.Keys;

/// <summary>Encrypts the keys of cookies before they are kept in the database.</summary>
internal sealed class KeyEncryptor(KeyLock keys) : IXmlEncryptor
{
    /// <inheritdoc/>
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        ArgumentNullException.ThrowIfNull(plaintextElement);
        byte[] closed = keys.Close(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new EncryptedXmlInfo(new XElement("closed", Convert.ToBase64String(closed)), typeof(KeyDecryptor));
    }
}
