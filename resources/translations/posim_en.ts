<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>ClockBanner</name>
  <message numerus="yes">
   <source>%n minutes</source>
   <translation>
    <numerusform>%n minute</numerusform>
    <numerusform>%n minutes</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>InvoicesMadeDialog</name>
  <message numerus="yes">
   <source>%n invoices · {total}</source>
   <translation>
    <numerusform>%n invoice · {total}</numerusform>
    <numerusform>%n invoices · {total}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LookAtTheseDialog</name>
  <message numerus="yes">
   <source>%n rows are still to be accepted</source>
   <translation>
    <numerusform>%n row is still to be accepted</numerusform>
    <numerusform>%n rows are still to be accepted</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PickUp</name>
  <message numerus="yes">
   <source>%n invoices · {total}</source>
   <translation>
    <numerusform>%n invoice · {total}</numerusform>
    <numerusform>%n invoices · {total}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SetBackordersDialog</name>
  <message numerus="yes">
   <source>%n customers</source>
   <translation>
    <numerusform>%n customer</numerusform>
    <numerusform>%n customers</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>left_out</name>
  <message numerus="yes">
   <source>%n backorders are left out: their customers have to answer first.</source>
   <translation>
    <numerusform>%n backorder is left out: its customer has to answer first.</numerusform>
    <numerusform>%n backorders are left out: their customers have to answer first.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>special_orders</name>
  <message numerus="yes">
   <source>Left %n orders uncollected</source>
   <translation>
    <numerusform>Left %n order uncollected</numerusform>
    <numerusform>Left %n orders uncollected</numerusform>
   </translation>
  </message>
 </context>
</TS>
