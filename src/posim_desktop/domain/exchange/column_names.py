"""What other programs call the columns of their tables, in small letters and digits only.

Collected from the exports of Shopify, WooCommerce, Square, Lightspeed, Vend, QuickBooks POS, Xero and the like. An
asterisk stands for whatever follows, such as the name of an outlet. The names of a field are looked for in their order.
"""

from collections.abc import Mapping

from posim_desktop.domain.exchange.import_kinds import ImportKind

_ITEM = {
    "code": "code itemid itemcode itemno itemnumber sku variantsku customsku stockcode productcode productid articleno "
    "partno partnumber plu lookupcode artikelnummer artikelnr systemid id",
    "description": "name title itemname productname itemtitle producttitle descriptionshort itemdescription "
    "salesdescription bezeichnung artikelname artikel description desc product item",
    "price": "price variantprice unitprice sellingprice salesunitprice regularprice retailprice ourretail retail "
    "pricea defaultprice rrp preis verkaufspreis msrp saleprice",
    "cost": "cost unitcost costprice costperitem variantcost avgunitcost averageunitcost averagecost avgcost "
    "defaultcost buyprice supplyprice purchaseprice purchasesunitprice lastcost wholesaleprice einkaufspreis ek",
    "barcode": "barcode barcodes variantbarcode upc upccode ean ean13 eancode gtin upceangtin isbn globaluniqueid",
    "department": "department departmentname dept departmentid departmentcode category categories categoryname "
    "productcategory reportingcategory itemgroup group warengruppe kategorie abteilung",
    "tax_code": "taxcode tax taxid vatcode taxable taxstatus varianttaxable taxname salestaxrate taxrate vat vatrate "
    "steuersatz mwst",
    "vendor": "vendor preferredvendor vendorid vendorname vendorcode supplier suppliername supplierid defaultvendor "
    "defaultvendorname lieferant",
    "vendor_item_number": "vendoritemnumber vendoritemno vendorsku vendoritem suppliercode suppliersku "
    "supplieritemnumber manufactsku manufacturersku",
    "on_hand": "onhand stock stockonhand qtyonhand quantityonhand openingstock instock variantinventoryqty stocklevel "
    "stockquantity currentstock currentquantity* inventoryquantity qty1 lagerbestand bestand inventory inventory*",
    "max_stock": "maxstock max maximum maximumstock restocklevel desiredstocklevel reorderto idealstock",
    "min_stock": "minstock min minimum minimumstock reorderpoint reorderpoint1 reorderlevel lowstockamount "
    "stockalertcount* reorderpoint*",
    "pack_quantity": "packquantity packsize pack casequantity caseqty unitspercase",
    "stocked": "stocked stocktracked trackstock trackinventory managestock inventorytracked itemtype type",
    "serials": "serials serialized serialised serialtracked serialnumbered trackserials trackserialnumbers",
    "notes": "notes note comment comments remarks memo bemerkung",
    "unit": "unit uom unitofmeasure measure sellingunit einheit",
    "pack_unit": "packunit packname caseunit buyingunit",
    "author": "author authors writer",
    "publisher": "publisher imprint",
    "format": "format binding",
    "smallest_cut": "smallestcut cut minimumcut increment",
    "long_description": "longdescription description bodyhtml body details producthtml shortdescription",
    "group": "group handle parent parentsku parentid",
    "option1": "option1 option1value variantoptionone variantoptiononevalue variationname attribute size",
    "option2": "option2 option2value variantoptiontwo variantoptiontwovalue color colour",
    "option3": "option3 option3value variantoptionthree variantoptionthreevalue",
}
_ADDRESS = {
    "address": "address street address1 addressline1 streetaddress streetaddress1 billingaddress billingaddress1 "
    "billingstreet poaddressline1 strasse anschrift defaultaddressaddress1",
    "address2": "address2 addressline2 streetaddress2 billingaddress2 poaddressline2 defaultaddressaddress2",
    "city": "city town suburb billingcity pocity ort stadt defaultaddresscity",
    "state": "state province county region billingstate poregion defaultaddressprovincecode",
    "postcode": "postcode zip zipcode postalcode billingpostcode billingzip popostalcode plz defaultaddresszip",
    "country": "country billingcountry pocountry land defaultaddresscountrycode",
}
_PERSON = {
    "first_name": "firstname givenname forename billingfirstname vorname",
    "last_name": "lastname surname familyname billinglastname nachname",
}
_CUSTOMER = {
    "code": "code customerid customercode customerno customernumber accountno accountnumber clientid referenceid "
    "kundennummer id",
    "name": "name customername customer fullname displayname contactname contact kunde",
    "company": "company companyname business businessname organisation organization billingcompany firma "
    "defaultaddresscompany",
    "phone": "phone telephone phonenumber tel phone1 mobile cell billingphone telefon mobilephone",
    "phone2": "phone2 otherphone secondphone telephone2 altphone mobile mobilephone cell",
    "email": "email emailaddress mail billingemail",
    **_ADDRESS,
    "notes": "notes note comment comments remarks memo bemerkung",
    **_PERSON,
    "exempt_number": "exemptnumber taxexemptnumber resalenumber",
}
_VENDOR = {
    "code": "code vendorid vendorcode vendorno vendornumber supplierid suppliercode lieferantennummer id",
    "name": "name vendorname vendor supplier suppliername company companyname lieferant displayname",
    "contact": "contact contactname contactperson salesrep ansprechpartner",
    "phone": "phone telephone phonenumber tel phone1 telefon mobile",
    "email": "email emailaddress mail",
    "account_number": "accountnumber accountno account ouraccount kundennummer",
    **_ADDRESS,
    "notes": "notes note comment comments remarks memo bemerkung",
    **_PERSON,
    "minimum_amount": "minimumamount minimumorder minorder minimumordervalue",
    "minimum_units": "minimumunits minimumquantity",
}
_DEPARTMENT = {
    "code": "code departmentid departmentcode dept deptcode categoryid categorycode id",
    "name": "name department departmentname category categoryname title description kategorie abteilung",
}
_TAX_CODE = {
    "code": "code taxcode taxid taxtype vatcode id",
    "name": "name taxname description title",
    "rate": "rate taxrate percent percentage effectiverate displaytaxrate steuersatz",
}
_LOOK_UP = {
    "code": _ITEM["code"],
    "barcode": _ITEM["barcode"],
}
_STOCK = {
    **_LOOK_UP,
    "on_hand": f"{_ITEM['on_hand']} quantity qty count counted units newquantity* menge anzahl",
}
_PRICES = {
    **_LOOK_UP,
    "price": f"{_ITEM['price']} newprice",
    "cost": f"{_ITEM['cost']} newcost",
}
_SALES = {
    "invoice": "invoice invoiceno invoicenumber invoiceid receiptno orderno transactionid",
    "date": "date invoicedate saledate orderdate",
    "quantity": "quantity qty",
}
NAMES: Mapping[ImportKind, Mapping[str, str]] = {
    ImportKind.ITEMS: _ITEM | _SALES,
    ImportKind.CUSTOMERS: _CUSTOMER | _SALES,
    ImportKind.VENDORS: _VENDOR,
    ImportKind.DEPARTMENTS: _DEPARTMENT,
    ImportKind.TAX_CODES: _TAX_CODE,
    ImportKind.STOCK: _STOCK,
    ImportKind.PRICES: _PRICES,
}
"""The names of each field; its key is the one that ``--map`` uses."""
FIGURES = frozenset(
    {
        *("price", "cost", "on_hand", "max_stock", "min_stock", "pack_quantity", "smallest_cut", "quantity", "rate"),
        *("minimum_amount", "minimum_units"),
    }
)
"""The fields that hold numbers with a decimal sign."""
